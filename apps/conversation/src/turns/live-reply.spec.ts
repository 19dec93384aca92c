import { describe, expect, it } from '@jest/globals';
import type { ReplyChunk, ReplyFrame } from '@saathi/contracts';
import { LiveReply } from './live-reply.js';

const delta = (text: string): ReplyFrame => ({ event: 'delta', data: { text } });

const read = async (chunks: AsyncIterable<ReplyChunk>): Promise<[number, unknown][]> => {
  const seen: [number, unknown][] = [];
  for await (const { id, frame } of chunks) seen.push([id, frame.data]);
  return seen;
};

describe('a live reply', () => {
  it('is the same for whoever reads from the start, joins, or comes when it is over', async () => {
    const reply = new LiveReply('r', 1, 's');
    const first = read(reply.follow(0));
    reply.add(delta('a'));
    reply.add(delta('b'));
    const joined = read(reply.follow(1));
    reply.add(delta('c'));
    reply.end();
    const late = read(reply.follow(2));
    expect(await first).toEqual([
      [1, { text: 'a' }],
      [2, { text: 'b' }],
      [3, { text: 'c' }],
    ]);
    expect(await joined).toEqual([
      [2, { text: 'b' }],
      [3, { text: 'c' }],
    ]);
    expect(await late).toEqual([[3, { text: 'c' }]]);
  });

  it('ends for everybody with what it failed with, after all that was said', async () => {
    const reply = new LiveReply('r', 1, 's');
    const seen: number[] = [];
    const reading = (async () => {
      for await (const { id } of reply.follow(0)) seen.push(id);
    })();
    reply.add(delta('a'));
    reply.end(new Error('cut'));
    reply.end();
    await expect(reading).rejects.toThrow('cut');
    expect(seen).toEqual([1]);
  });

  it('has nothing for a reader who claims to have more than there is', async () => {
    const reply = new LiveReply('r', 1, 's');
    reply.add(delta('a'));
    const ahead = read(reply.follow(7));
    reply.end();
    expect(await ahead).toEqual([]);
  });

  it('is stopped when it has ended, not before', async () => {
    const reply = new LiveReply('r', 1, 's');
    let stopped = false;
    const stopping = reply.stop().then(() => (stopped = true));
    expect(reply.stopSignal.aborted).toBe(true);
    reply.add(delta('last'));
    await Promise.resolve();
    expect(stopped).toBe(false);
    reply.end();
    await stopping;
    expect(stopped).toBe(true);
  });
});
