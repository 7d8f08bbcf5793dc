import { describe, expect, it } from 'vitest';
import { createTestApp, problemOf } from '../test-app.js';

const statusFor = async (
  options: Parameters<typeof createTestApp>[0],
  host: string,
): Promise<number> => {
  const { app } = createTestApp(options);
  return (await app.request(`http://${host}/healthz`)).status;
};

describe('the host name of a request', () => {
  it.each(['localhost', 'LOCALHOST:8787', 'localhost.', '127.0.0.1:8787', '[::1]:8787'])(
    '%s is always ours',
    async (host) => {
      expect(await statusFor({}, host)).toBe(200);
      expect(await statusFor({ host: '0.0.0.0' }, host)).toBe(200);
    },
  );

  it.each([
    'attacker.example',
    'localhost.attacker.example',
    '127.0.0.1.nip.example',
    'xn--bcher-kva.example',
  ])('%s is not, wherever the service listens', async (host) => {
    expect(await statusFor({}, host)).toBe(421);
    expect(await statusFor({ host: '0.0.0.0' }, host)).toBe(421);
  });

  it('may be any address where the service listens on more than loopback', async () => {
    expect(await statusFor({ host: '0.0.0.0' }, '192.168.1.7:8787')).toBe(200);
    expect(await statusFor({ host: '::' }, '[2001:db8::7]:8787')).toBe(200);
    expect(await statusFor({}, '192.168.1.7:8787')).toBe(421);
  });

  it('may be the one that is listened on, and those that are named', async () => {
    expect(await statusFor({ host: 'docs.internal' }, 'docs.internal:80')).toBe(200);
    const publicUrl = 'https://docs.example:8443/';
    expect(await statusFor({ publicUrl }, 'docs.example')).toBe(200);
    const allowedHosts = ['Docs.Example:443'];
    expect(await statusFor({ allowedHosts }, 'docs.example')).toBe(200);
    expect(await statusFor({ allowedHosts }, 'other.example')).toBe(421);
    expect(await statusFor({ allowedHosts: ['*'] }, 'any.example')).toBe(200);
  });

  it('is refused with a problem document that tells the remedy, before anything else happens', async () => {
    const { app } = createTestApp({ allowedOrigins: ['http://attacker.example'] });
    const headers = { Origin: 'http://attacker.example' };
    const response = await app.request('http://attacker.example/v1/documents', { headers });
    const problem = await problemOf(response);
    expect(problem.code).toBe('host_not_allowed');
    expect(problem.detail).toContain('ALLOWED_HOSTS');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});
