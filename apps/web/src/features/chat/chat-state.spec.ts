import { describe, expect, it } from '@jest/globals';
import type { MessageView } from '@saathi/contracts';
import { Problem } from '../../api/problem';
import type { ServerEvent } from '../../api/server-events';
import { canMakeAgain, emptyChat, reduceChat, type ChatState } from './chat-state';

const message = (id: string, role: MessageView['role'], text: string): MessageView => ({
  id,
  session_id: 's',
  role,
  tag: 'general',
  text,
  created_at: '2026-11-25T14:00:00.000Z',
});

const said = message('u1', 'user', 'कैसे हो?');
const answered = message('a1', 'ai', 'मैं ठीक हूँ।');
const FRAMES: ServerEvent[] = [
  { id: 1, event: 'message', data: { message: said, reply_id: 'a1' } },
  { id: 2, event: 'delta', data: { text: 'मैं ' } },
  { id: 3, event: 'delta', data: { text: 'ठीक हूँ।' } },
  { id: 4, event: 'done', data: { message: answered, usage: { messages_left: 19 } } },
];

const after = (state: ChatState, frames: readonly ServerEvent[]): ChatState =>
  frames.reduce((before, frame) => reduceChat(before, { type: 'frame', frame }), state);
const saying = reduceChat(emptyChat, { type: 'said', text: said.text });

describe('a chat', () => {
  it('shows what is being said at once, and once only when it is stored', () => {
    expect(saying).toMatchObject({ outgoing: 'कैसे हो?', reply: { text: '' } });
    expect(after(saying, FRAMES.slice(0, 1))).toMatchObject({ outgoing: undefined, messages: [said] });
  });

  it('puts a reply together and ends with the stored one', () => {
    expect(after(saying, FRAMES.slice(0, 3)).reply).toEqual({ id: 'a1', text: 'मैं ठीक हूँ।', last: 3 });
    expect(after(saying, FRAMES)).toMatchObject({ messages: [said, answered], reply: undefined });
  });

  it('loses and doubles no character, wherever the connection breaks and whatever is sent again', () => {
    for (let cut = 0; cut <= FRAMES.length; cut += 1) {
      for (let again = 0; again <= cut; again += 1) {
        const broken = reduceChat(after(saying, FRAMES.slice(0, cut)), { type: 'cut' });
        const frames = cut === FRAMES.length ? [] : FRAMES.slice(again);
        const whole = after(broken, frames);
        expect(whole.messages).toEqual([said, answered]);
        expect(whole.outgoing).toBeUndefined();
      }
    }
  });

  it('keeps where help is found with the words that told of danger, also after the reply', () => {
    const data = { level: 'ideation', helplines: [{ id: 'tele_manas', numbers: ['14416'] }] };
    const frames = [...FRAMES.slice(0, 1), { id: 2, event: 'safety', data }];
    const [first] = after(saying, frames).messages;
    expect(first?.safety).toEqual(data);
    const rest = FRAMES.slice(1).map((frame) => ({ ...frame, id: frame.id + 1 }));
    expect(after(saying, [...frames, ...rest]).messages.map(({ safety }) => safety)).toEqual([
      data,
      undefined,
    ]);
  });

  it('replaces a reply that is made again', () => {
    const stopped: ChatState = { ...emptyChat, messages: [said, message('a1', 'ai', 'मैं ')], stopped: 'a1' };
    expect(canMakeAgain(stopped)).toBe(true);
    const again = reduceChat(stopped, { type: 'awaited' });
    expect(after(again, FRAMES.slice(0, 2)).messages).toEqual([said]);
    expect(after(again, FRAMES).messages).toEqual([said, answered]);
  });

  it('keeps what was said when the reply fails, and offers to make it', () => {
    const problem = { id: 3, event: 'problem', data: { status: 503, code: 'model_unavailable' } };
    const failed = after(saying, [...FRAMES.slice(0, 2), problem]);
    expect(failed).toMatchObject({
      messages: [said],
      reply: undefined,
      problem: { code: 'model_unavailable' },
    });
    expect(canMakeAgain(failed)).toBe(true);
  });

  it('takes back what could not be said', () => {
    const refused = reduceChat(saying, { type: 'failed', problem: new Problem('paywall_messages') });
    expect(refused).toMatchObject({ messages: [], outgoing: undefined, reply: undefined });
    expect(canMakeAgain(refused)).toBe(false);
  });

  it('offers nothing to be made again while a reply is written or after a whole one', () => {
    expect(canMakeAgain(after(saying, FRAMES.slice(0, 2)))).toBe(false);
    expect(canMakeAgain(after(saying, FRAMES))).toBe(false);
  });

  it('passes over events that it does not know', () => {
    expect(after(saying, [{ id: 1, event: 'later', data: {} }])).toEqual(saying);
  });
});
