import { describe, expect, it } from '@jest/globals';
import type { MessageView, ReplyChunk, RescuedReplyView } from '@saathi/contracts';
import { SeenReply } from './seen-reply.js';

const stored = (text: string): MessageView => ({
  id: 'r',
  session_id: 's',
  role: 'ai',
  tag: 'general',
  text,
  created_at: '2026-01-01T00:00:00.000Z',
});

const delta = (id: number, text: string): ReplyChunk => ({ id, frame: { event: 'delta', data: { text } } });

const fate = (state: RescuedReplyView['state'], text?: string): RescuedReplyView => ({
  state,
  attempt: 1,
  done: text === undefined ? null : { message: stored(text), usage: { messages_left: 3 } },
});

const opened = (): SeenReply => {
  const seen = new SeenReply();
  seen.note({ id: 1, frame: { event: 'message', data: { message: stored('hi'), reply_id: 'r' } } });
  return seen;
};

describe('a reader whose reply has ended elsewhere', () => {
  it('gets the words that are missing, then the end, under the next numbers', () => {
    const seen = opened();
    seen.note(delta(2, 'one '));
    expect([...seen.rest(fate('complete', 'one two'))]).toEqual([
      delta(3, 'two'),
      { id: 4, frame: { event: 'done', data: fate('complete', 'one two').done } },
    ]);
  });

  it('who came later gets the end alone', () => {
    const seen = new SeenReply({ reply_id: 'r', after: 7 });
    expect([...seen.rest(fate('complete', 'one two'))].map(({ id, frame }) => [id, frame.event])).toEqual([
      [8, 'done'],
    ]);
  });

  it('gets what was kept of one that broke off, and is told so', () => {
    const seen = opened();
    const given: ReplyChunk[] = [];
    expect(() => {
      for (const chunk of seen.rest(fate('partial', 'half'))) given.push(chunk);
    }).toThrow(expect.objectContaining({ code: 'model_unavailable' }));
    expect(given).toEqual([delta(2, 'half')]);
  });

  it('gets nothing more of one that was stopped before its first word', () => {
    expect([...opened().rest(fate('cancelled'))]).toEqual([]);
  });
});

describe('a reader whose reply is made again by another process', () => {
  it('sees its words when it had seen none', () => {
    const seen = opened();
    seen.madeBy(2);
    expect([seen.note(delta(2, 'new')), seen.text]).toEqual([true, 'new']);
  });

  it('sees no words of it beside those of the first one', () => {
    const seen = opened();
    seen.note(delta(2, 'old'));
    seen.madeBy(2);
    expect([seen.note(delta(3, 'new')), seen.text]).toEqual([false, 'old']);
  });
});
