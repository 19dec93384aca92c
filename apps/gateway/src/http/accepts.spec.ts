import { describe, expect, it } from '@jest/globals';
import { accepts } from './accepts.js';

describe('asking for a stream', () => {
  it.each([
    ['text/event-stream', true],
    ['TEXT/Event-Stream', true],
    ['application/json, text/event-stream;q=0.5', true],
    ['text/event-stream; charset=utf-8', true],
    ['text/event-stream;q=0, application/json', false],
    ['text/event-stream;q=0.000', false],
    ['text/event-stream2', false],
    ['application/json', false],
    ['*/*', false],
    ['', false],
    [undefined, false],
  ])('by "%s": %s', (header, wanted) => {
    expect(accepts(header, 'text/event-stream')).toBe(wanted);
  });
});
