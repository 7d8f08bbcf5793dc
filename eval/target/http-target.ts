import { z } from 'zod';
import { DocumentViewSchema } from '../../src/contract/document.js';
import { SearchResponseSchema } from '../../src/contract/search.js';
import { callService, jsonOf, parsed, type ServiceAddress } from './call-service.js';
import type { DocumentText } from './document-text.js';
import { replyOf } from './reply-schema.js';
import type { Target } from './target.js';

const ReadinessSchema = z.object({
  index: z.object({ fingerprint: z.string() }),
  reader: z.string().optional(),
});

/**
 * A service that speaks Footnote's contract, reached over HTTP. Only `POST /v1/ask` must be there. What else it offers is
 * used: `/v1/search` tells where an answer went wrong, `/readyz` which index answers, `/v1/documents/{id}` whether it serves
 * the documents asked about. A document that is known here is never taken from the service, which could say anything.
 * @param address Its base, for instance `http://127.0.0.1:8787`.
 * @param known The documents the questions were written on, as far as they are known here.
 * @throws BusyError on 429 and 503, else ServiceError on a status other than 200 and on a response that cannot be read
 */
export function httpTarget(address: ServiceAddress, known: readonly DocumentText[] = []): Target {
  const here = new Map(known.map((one) => [one.id, one]));
  const differing = new Set<string>();
  const unseen = new Set<string>();

  async function served(id: string, signal: AbortSignal | undefined) {
    const path = `/v1/documents/${encodeURIComponent(id)}`;
    const response = await callService(address, { path, signal });
    if (response.status !== 404)
      return parsed(await jsonOf(response, path), DocumentViewSchema, path);
    await response.body?.cancel();
    return undefined;
  }

  return {
    name: address.baseUrl,
    async ask(request, options) {
      const path = '/v1/ask';
      const call = { path, body: request, signal: options?.signal };
      return replyOf(await jsonOf(await callService(address, call), path), path);
    },
    async search(request, options) {
      const path = '/v1/search';
      const call = { path, body: request, signal: options?.signal };
      const response = await callService(address, call);
      return parsed(await jsonOf(response, path), SearchResponseSchema, path);
    },
    async document(id, options) {
      const own = here.get(id);
      if (own === undefined) return served(id, options?.signal);
      const theirs = await served(id, options?.signal).catch(() => undefined);
      if (theirs === undefined) unseen.add(id);
      else if (theirs.text !== own.text) differing.add(id);
      return own;
    },
    async identity() {
      const ready = await callService(address, { path: '/readyz' })
        .then((response) => jsonOf(response, '/readyz'))
        .then((value) => ReadinessSchema.safeParse(value).data)
        .catch(() => undefined);
      return [address.baseUrl, ready?.index.fingerprint, ready?.reader].join(' ').trim();
    },
    remarks: () => [
      ...(differing.size > 0
        ? [
            `Serves ${differing.size} of the documents with another text than the questions were written on: ${[...differing].join(', ')}.`,
          ]
        : []),
      ...(unseen.size > 0
        ? [
            `Does not show ${unseen.size} of the documents asked about; its quotes were checked in the documents here.`,
          ]
        : []),
    ],
    close: async () => {},
  };
}
