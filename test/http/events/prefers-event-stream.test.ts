import { describe, expect, it } from 'vitest';
import { prefersEventStream } from '../../../src/http/events/prefers-event-stream.js';

describe('prefersEventStream', () => {
  it.each([
    'text/event-stream',
    'TEXT/Event-Stream; charset=utf-8',
    'text/event-stream, application/json;q=0.9',
    'application/json;q=0.5, text/event-stream;q=0.6',
    'text/event-stream, */*',
    'text/*, */*;q=0.1',
    'text/html, text/event-stream',
    'application/json;q=0, */*',
  ])('is true for %s', (accept) => {
    expect(prefersEventStream(accept)).toBe(true);
  });

  it.each([
    undefined,
    '',
    '*/*',
    'application/json',
    'application/json, text/event-stream',
    'application/*, text/event-stream;q=0.2',
    'text/event-stream;q=0',
    'text/event-stream;q=0, application/json',
    'text/event-stream;q=2',
    'text/event-stream;q=abc',
    'text/html',
    'text/event-streams',
    '*/*, text/event-stream;q=0.9',
    ';;,,q=1',
  ])('is false for %s', (accept) => {
    expect(prefersEventStream(accept)).toBe(false);
  });
});
