import type { Scope } from './api-keys.js';

/** Say nothing of the documents, or must be reachable by whoever watches the process. */
const OPEN = new Set(['/healthz', '/readyz', '/openapi.json', '/docs', '/widget.js']);
const OPEN_BELOW = ['/docs/', '/assets/'];

export interface Asked {
  /** As the router sees it. */
  readonly path: string;
  /** Whether the home page is asked a question. */
  readonly question: boolean;
  /** Whether pages of documents are open although keys are set. */
  readonly publicPages: boolean;
}

/** The scope a request needs where keys are set; null where it needs none. Whatever is not named as open is closed. */
export function requiredScope({ path, question, publicPages }: Asked): Scope | null {
  if (path === '/metrics' || path.startsWith('/v1/admin/')) return 'admin';
  if (OPEN.has(path) || OPEN_BELOW.some((start) => path.startsWith(start))) return null;
  const page = path.startsWith('/documents/') || (path === '/' && !question);
  return page && publicPages ? null : 'ask';
}
