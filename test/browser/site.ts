import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Chat, chatOn } from './chat.js';
import { startPageServer, strictPolicy } from './page-server.js';
import { scriptedEngine } from './scripted-engine.js';
import { startService } from './service.js';

type Open = (url: string, options?: BrowserContextOptions) => Promise<Page>;
type Service = Awaited<ReturnType<typeof startService>>;

interface SiteOptions {
  /** Instead of the service with a scripted engine. */
  readonly service?: Parameters<typeof startService>[0];
  /** Of the tag, as a page author writes them. */
  readonly attributes?: string;
  /** Of the `html` tag. */
  readonly html?: string;
  readonly browser?: BrowserContextOptions;
  /** Whether the service lets the site ask; it does unless told. */
  readonly allowed?: boolean;
}

interface Site {
  readonly page: Page;
  readonly chat: Chat;
  readonly service: Service;
}

/** Somebody else's page with the widget on it, under a policy that trusts the service alone. */
export async function openSite(open: Open, options: SiteOptions = {}): Promise<Site> {
  const { attributes = '', html = 'lang="en"', allowed = true, browser = {} } = options;
  const pages = await startPageServer();
  const service = await startService({
    allowedOrigins: allowed ? [pages.origin] : [],
    ...(options.service ?? { engine: scriptedEngine() }),
  });
  const url = pages.serve('/', {
    headers: { 'Content-Security-Policy': strictPolicy(service.url) },
    body: `<!doctype html>
<html ${html}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>A site</title>
<script type="module" src="${service.url}/widget.js"></script>
</head>
<body>
<main>
<h1>A site</h1>
<footnote-chat ${attributes}></footnote-chat>
</main>
</body>
</html>`,
  });
  const page = await open(url, browser);
  return { page, chat: chatOn(page), service };
}
