import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'eval/**/*.ts'],
      // What draws the chat needs a page. test/browser runs it in Chromium, where nothing counts lines; what decides
      // what is drawn stands beside it, is tested without a page and is counted.
      exclude: [
        'src/widget/*-view.ts',
        'src/widget/{chat,copy-text,footnote-chat,make,open-card,quote-card,selected-text,surroundings}.ts',
      ],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: { statements: 92, branches: 85, functions: 93, lines: 93 },
    },
  },
});
