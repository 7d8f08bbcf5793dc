import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { DownloadProgress } from '../../../src/embedding/source/download-file.js';
import { firstVector, withModel } from '../open-tiny-model.js';
import { useTemporaryFolders } from '../temporary-folders.js';
import { writeTinyModel } from '../tiny-bert.js';
import { startModelServer } from './model-server.js';

const newFolder = useTemporaryFolders();
const ID = 'footnote/tiny';

const tinyRepository = async (options: Parameters<typeof writeTinyModel>[1] = {}) => {
  const folder = await newFolder();
  await writeTinyModel(folder, options);
  return folder;
};

describe('a Hugging Face model', () => {
  it('is fetched once, and then found without the network', async () => {
    const repository = await tinyRepository({ onnx: ['fp32'], safetensors: false });
    const server = await startModelServer(ID, repository);
    const modelsDir = await newFolder();
    const online = { id: ID, modelsDir, hfEndpoint: server.endpoint, offline: false };
    const fetched = await firstVector(online);
    expect(fetched.length).toBe(32);

    await server.stop();
    expect(await firstVector({ ...online, offline: true })).toEqual(fetched);
    expect(await firstVector(online)).toEqual(fetched);
  });

  it('tells how far the download is', async () => {
    const server = await startModelServer(ID, await tinyRepository({ onnx: ['fp32'] }));
    const seen: DownloadProgress[] = [];
    await firstVector({
      id: ID,
      modelsDir: await newFolder(),
      hfEndpoint: server.endpoint,
      offline: false,
      onDownload: (progress) => seen.push(progress),
    });
    const last = seen.findLast(({ file }) => file === 'onnx/model.onnx');
    expect(last?.loadedBytes).toBeGreaterThan(10_000);
    expect(last?.totalBytes).toBe(last?.loadedBytes);
    expect(server.asked).not.toContain(`/${ID}/resolve/main/model.safetensors`);
  });

  it('is taken in 8 bits where 8 bits are wanted', async () => {
    const server = await startModelServer(
      ID,
      await tinyRepository({ onnx: ['fp32', 'int8'], safetensors: false }),
    );
    const online = { id: ID, hfEndpoint: server.endpoint, offline: false };
    const modelsDir = await newFolder();
    const exact = await firstVector({ ...online, modelsDir, precision: 'fp32' });
    const small = await firstVector({ ...online, modelsDir, precision: 'int8' });
    expect(small).not.toEqual(exact);
  });

  it('is converted where it brings BERT weights alone', async () => {
    const withOnnx = await startModelServer(ID, await tinyRepository({ onnx: ['fp32'] }));
    const without = await startModelServer(ID, await tinyRepository());
    const [brought, converted] = await Promise.all(
      [withOnnx, without].map(async ({ endpoint }) =>
        firstVector({ id: ID, modelsDir: await newFolder(), hfEndpoint: endpoint, offline: false }),
      ),
    );
    expect(converted).toEqual(brought);
  });

  it('follows its own prefixes, pooling, limit and languages', async () => {
    const plain = await startModelServer(ID, await tinyRepository());
    const special = await startModelServer(
      ID,
      await tinyRepository({
        files: {
          'config_sentence_transformers.json': {
            prompts: { query: 'query: ', passage: 'passage: ' },
          },
          '1_Pooling/config.json': { pooling_mode_cls_token: true },
          'sentence_bert_config.json': { max_seq_length: 8 },
          'README.md': '---\nlanguage:\n- ko\n- ja\n---\n# Tiny\n',
        },
      }),
    );
    const open = { id: ID, offline: false } as const;
    await withModel(
      { ...open, modelsDir: await newFolder(), hfEndpoint: special.endpoint },
      async (model) => {
        expect(model).toMatchObject({ maxTokens: 8, languages: ['ko', 'ja'] });
        const [passage] = await model.embedPassages(['fox']);
        expect(await model.embedQuery('fox')).not.toEqual(passage);
        // "passage", ":" and six tokens of a, with the two special ones, are over eight.
        expect(await model.embedPassages(['a a a a b'])).toEqual(
          await model.embedPassages(['a a a a c']),
        );
        await withModel(
          { ...open, modelsDir: await newFolder(), hfEndpoint: plain.endpoint },
          async (other) => {
            expect(other).toMatchObject({ maxTokens: 40, languages: null });
            expect(other.fingerprint).not.toBe(model.fingerprint);
            expect(await other.embedQuery('passage: fox')).not.toEqual(passage);
            expect(await other.embedPassages(['fox'])).toEqual([await other.embedQuery('fox')]);
          },
        );
      },
    );
  });
});

describe('a Hugging Face model that cannot be had', () => {
  const open = async (endpoint: string, offline = false, id = ID) => {
    const modelsDir = await newFolder();
    const error: unknown = await firstVector({ id, modelsDir, hfEndpoint: endpoint, offline }).then(
      () => undefined,
      (cause: unknown) => cause,
    );
    expect(await readdir(modelsDir)).toEqual([]);
    return error;
  };

  it('is reported with its id where there is no such model', async () => {
    const server = await startModelServer(ID, await newFolder());
    expect(await open(server.endpoint)).toMatchObject({
      code: 'model_unavailable',
      message: expect.stringMatching(/footnote\/tiny has no config\.json.*EMBEDDING_MODEL/),
    });
  });

  it('is reported with the address where the server is gone', async () => {
    const server = await startModelServer(ID, await newFolder());
    await server.stop();
    expect(await open(server.endpoint)).toMatchObject({
      code: 'model_unavailable',
      message: expect.stringMatching(/127\.0\.0\.1.*ECONNREFUSED.*HF_ENDPOINT/),
    });
  });

  it('is reported with the remedy where the network is switched off, and nothing is asked', async () => {
    const server = await startModelServer(ID, await tinyRepository());
    expect(await open(server.endpoint, true)).toMatchObject({
      code: 'model_unavailable',
      message: expect.stringMatching(/footnote\/tiny.*OFFLINE/),
    });
    expect(server.asked).toEqual([]);
  });

  it.each([401, 500])('is reported with the status %s', async (status) => {
    const server = await startModelServer(ID, await tinyRepository(), {
      instead: (_file, response) => {
        response.writeHead(status).end();
        return true;
      },
    });
    expect(await open(server.endpoint)).toMatchObject({
      code: 'model_unavailable',
      message: expect.stringContaining(String(status)),
    });
  });

  it('leaves nothing behind where the transfer breaks off', async () => {
    const server = await startModelServer(ID, await tinyRepository(), {
      instead: (file, response) => {
        if (file !== 'model.safetensors') return false;
        response.writeHead(200, { 'content-length': 100_000 });
        response.write(Buffer.alloc(50_000), () => response.destroy());
        return true;
      },
    });
    expect(await open(server.endpoint)).toMatchObject({
      code: 'model_unavailable',
      message: expect.stringContaining('model.safetensors'),
    });
  });

  it('is reported where it has no weights that can be used', async () => {
    const server = await startModelServer(ID, await tinyRepository({ safetensors: false }));
    expect(await open(server.endpoint)).toMatchObject({
      code: 'model_unavailable',
      message: expect.stringMatching(/neither onnx\/model\.onnx nor model\.safetensors/),
    });
  });

  it('is no id at all', async () => {
    expect(await open('http://127.0.0.1:9', true, 'what is this')).toMatchObject({
      code: 'model_unavailable',
      message: expect.stringContaining('"what is this"'),
    });
  });
});
