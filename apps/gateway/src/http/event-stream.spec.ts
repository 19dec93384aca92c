import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { EventEmitter } from 'node:events';
import { EventStream } from './event-stream.js';

/** Plays the answer of one request: what was written, and how much of it nobody has read. */
class FakeRaw extends EventEmitter {
  readonly headers: Record<string, unknown> = {};
  status: number | undefined;
  written = '';
  unread = 0;
  ended = false;
  destroyed = false;

  get writableLength(): number {
    return this.unread;
  }

  setHeader(name: string, value: unknown): void {
    this.headers[name] = value;
  }

  writeHead(status: number, headers: object): void {
    this.status = status;
    Object.assign(this.headers, headers);
  }

  write(text: string): void {
    if (this.ended) throw new Error('write after end');
    this.written += text;
  }

  end(): void {
    this.ended = true;
  }

  destroy(): void {
    this.destroyed = true;
  }
}

let raw: FakeRaw;
let hijacked: boolean;
let stream: EventStream;

beforeEach(() => {
  jest.useFakeTimers();
  raw = new FakeRaw();
  hijacked = false;
  const reply = {
    raw,
    hijack: () => (hijacked = true),
    getHeaders: () => ({ 'x-request-id': 'r-1', 'x-nothing': undefined }),
  };
  stream = new EventStream(reply as unknown as FastifyReply);
});

afterEach(() => {
  stream.end();
  jest.useRealTimers();
});

describe('an event stream', () => {
  it('takes over the answer, with the headers it had', () => {
    expect(hijacked).toBe(true);
    expect(raw.status).toBe(200);
    expect(raw.headers).toEqual({
      'x-request-id': 'r-1',
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
  });

  it.each([
    ['plain data', { text: 'नमस्ते' }, '{"text":"नमस्ते"}'],
    [
      'data with line breaks',
      { text: 'a\n\nevent: x\r\ndata: y' },
      '{"text":"a\\n\\nevent: x\\r\\ndata: y"}',
    ],
    ['data with the separators of Unicode', { text: 'a\u2028b' }, '{"text":"a\u2028b"}'],
    ['no data', null, 'null'],
  ])('sends %s on one line', (_what, data, line) => {
    stream.send(7, 'delta', data);
    expect(raw.written).toBe(`id: 7\nevent: delta\ndata: ${line}\n\n`);
  });

  it('tells how soon to come back', () => {
    stream.retryAfter(1000);
    expect(raw.written).toBe('retry: 1000\n\n');
  });

  it('keeps proxies awake with a comment every 15 seconds', () => {
    jest.advanceTimersByTime(45_000);
    expect(raw.written).toBe(':\n\n:\n\n:\n\n');
  });

  it('writes nothing more when it has ended, and ends once', () => {
    stream.end();
    stream.end();
    stream.send(1, 'delta', {});
    jest.advanceTimersByTime(60_000);
    expect([raw.written, stream.isOpen, jest.getTimerCount()]).toEqual(['', false, 0]);
  });

  it('ends when its reader leaves, and tells those who wait for that', () => {
    const listener = jest.fn();
    stream.onEnd(listener);
    raw.emit('close');
    expect(stream.isOpen).toBe(false);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('lets a reader go who is 256 KiB behind', () => {
    raw.unread = 256 * 1024;
    stream.send(1, 'delta', {});
    expect(stream.isOpen).toBe(true);
    raw.unread += 1;
    stream.send(2, 'delta', {});
    expect([stream.isOpen, raw.destroyed]).toEqual([false, true]);
  });
});
