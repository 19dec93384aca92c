import { describe, expect, it } from '@jest/globals';
import type { SafetyNoticeView } from '@saathi/contracts';
import { beforeCall, reduceCall, type CallEvent, type CallState } from './call-state';

const after = (...events: CallEvent[]): CallState => events.reduce(reduceCall, beforeCall);
const ready: CallEvent = {
  type: 'ready',
  call_id: 'c',
  session_id: 's',
  resume_token: 't',
  remaining_ms: 180_000,
  resumed: false,
  ack_seq: 0,
};

describe('a call', () => {
  it('is live once the server is ready, in the mode that it grants', () => {
    expect(after({ type: 'dialled', disclosure: 'AI' }).phase).toBe('connecting');
    expect(after({ type: 'dialled', disclosure: 'AI' }, { ...ready, mode: 'text' })).toMatchObject({
      phase: 'live',
      mode: 'text',
      session_id: 's',
      remaining_ms: 180_000,
    });
  });

  it('shows what the person says while they say it, and once when it is whole', () => {
    const said = after(ready, { type: 'user.partial', text: 'कैसे' }, { type: 'user.partial', text: 'कैसे हो' });
    expect(said).toMatchObject({ partial: 'कैसे हो', lines: [] });
    expect(reduceCall(said, { type: 'user.final', message_id: 'm', text: 'कैसे हो?' })).toMatchObject({
      partial: '',
      lines: [{ role: 'user', text: 'कैसे हो?' }],
    });
  });

  it('puts the words of a reply together, and keeps of an interrupted one what was heard', () => {
    const spoken = after(
      ready,
      { type: 'ai.start', rid: 1 },
      { type: 'ai.text', rid: 1, text: 'मैं यहीं हूँ। ', from_ms: 0 },
      { type: 'ai.text', rid: 1, text: 'बताओ न।', from_ms: 900 },
    );
    expect(spoken.lines).toEqual([{ key: 'ai 1', role: 'ai', text: 'मैं यहीं हूँ। बताओ न।' }]);
    const cut = reduceCall(spoken, { type: 'ai.final', rid: 1, text: 'मैं यहीं हूँ।', interrupted: true });
    expect(cut.lines).toEqual([{ key: 'ai 1', role: 'ai', text: 'मैं यहीं हूँ।' }]);
  });

  it('goes on with all that was said after the connection broke', () => {
    const broken = after(ready, { type: 'user.final', message_id: 'm', text: 'हाँ' }, { type: 'broken' });
    expect(broken.phase).toBe('reconnecting');
    expect(reduceCall(broken, { ...ready, resumed: true })).toMatchObject({
      phase: 'live',
      lines: [{ text: 'हाँ' }],
    });
  });

  it('shows somebody in danger where help is found, and keeps it when the call is over', () => {
    const notice: SafetyNoticeView = { level: 'intent', helplines: [] };
    const told = after(
      ready,
      { type: 'safety', notice },
      { type: 'ai.text', rid: 1, text: 'हाँ', from_ms: 0 },
    );
    expect(told.notice).toBe(notice);
    expect(reduceCall(told, { type: 'closed', reason: 'done' }).notice).toBe(notice);
    expect(reduceCall(told, { type: 'dialled', disclosure: 'AI' }).notice).toBeUndefined();
  });

  it('says what went wrong until the next reply begins', () => {
    const failed = after(ready, { type: 'error', code: 'model_unavailable', retryable: true });
    expect(failed.trouble).toBe('model_unavailable');
    expect(reduceCall(failed, { type: 'ai.start', rid: 2 }).trouble).toBeUndefined();
  });

  it('says why it ended, and stays ended', () => {
    const ended = after(
      ready,
      { type: 'end', reason: 'paywall', duration_seconds: 180 },
      { type: 'closed', reason: 'done' },
    );
    expect(ended).toMatchObject({ phase: 'ended', reason: 'paywall', duration_seconds: 180 });
    expect(reduceCall(ended, { type: 'broken' }).phase).toBe('ended');
  });

  it('counts what is left', () => {
    expect(after(ready, { type: 'limit', remaining_ms: 15_000, kind: 'warn' }).remaining_ms).toBe(15_000);
  });
});
