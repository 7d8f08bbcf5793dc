import { afterEach, describe, expect, it } from 'vitest';
import { checkChat } from '../../src/cli/doctor/check-chat.js';
import { readConfig } from '../../src/config.js';
import {
  type Behaviour,
  refuses,
  replies,
  type ScriptedChatServer,
  says,
  stalls,
  startScriptedChatServer,
} from '../chat/scripted-chat-server.js';

let server: ScriptedChatServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function found(behaviour: Behaviour, settings: Record<string, string> = {}) {
  server = await startScriptedChatServer(behaviour);
  const environment = {
    CHAT_BASE_URL: server.baseUrl,
    CHAT_MODEL: 'small',
    CHAT_API_KEY: 'sk-doctor-secret',
    CHAT_TIMEOUT_MS: '120000',
    ...settings,
  };
  const finding = await checkChat(readConfig(environment));
  expect(JSON.stringify(finding)).not.toContain('secret');
  return finding;
}

describe('what the doctor says of the chat model', () => {
  it('is that none is configured', async () => {
    expect(await checkChat(readConfig({}))).toMatchObject({ status: 'fine', remedy: null });
  });

  it('is that it answers', async () => {
    const finding = await found(says('{"ready": true}'));
    expect(finding).toMatchObject({
      check: 'Chat model',
      status: 'fine',
      found: expect.stringContaining('small at http://127.0.0.1:'),
    });
  });

  it.each<[string, Behaviour, string, string]>([
    ['the key is wrong', refuses(401, 'bad key sk-doctor-secret'), 'rejected', 'CHAT_API_KEY'],
    ['it is no such server', replies('<html>', 'text/html'), 'malformed', 'CHAT_BASE_URL'],
    ['it is too slow', stalls, 'timeout', 'CHAT_TIMEOUT_MS'],
    ['it says nothing', says(''), 'declined', 'log'],
  ])('is what to do where %s', async (_what, behaviour, reason, remedy) => {
    const limits = reason === 'timeout' ? { CHAT_TIMEOUT_MS: '200' } : {};
    const finding = await found(behaviour, limits);
    expect(finding.status).toBe('attention');
    expect(finding.found).toContain(`(${reason})`);
    expect(finding.remedy).toContain(remedy);
  });
});
