import { describe, expect, it } from '@jest/globals';
import { baselinePrompt, Persona, plansAt } from '@saathi/contracts';
import { refusalOf } from './refusal.js';
import type { Admission } from './turns.sql.js';

const plans = plansAt({ daily: '49.00', weekly: '199.00' });

const admission = (given: Partial<Admission>): Admission => ({
  found: true,
  ended: false,
  running: false,
  premium: false,
  used: 3,
  known_reply_id: null,
  known_same: null,
  admitted_at: null,
  persona_snapshot: { ...baselinePrompt(Persona.CalmMature), model: 'x', prompt_sha256: 'x' },
  name: 'Asha',
  locale: null,
  earlier: null,
  in_crisis: false,
  disclosure_due: false,
  recollection: null,
  ...given,
});

const admitted_at = new Date();
const known_reply_id = '00000000-0000-7000-8000-000000000001';

describe('a message', () => {
  it.each<[string, Partial<Admission>]>([
    ['that was stored', { admitted_at }],
    ['that was stored as the last free one', { admitted_at, used: 19 }],
    ['that was stored before under the same key', { known_reply_id, known_same: true }],
    ['repeated although the session has ended meanwhile', { known_reply_id, known_same: true, ended: true }],
    ['repeated although the allowance is used up meanwhile', { known_reply_id, known_same: true, used: 20 }],
    ['repeated while its reply is being written', { known_reply_id, known_same: true, running: true }],
  ])('%s is not refused', (_what, given) => {
    expect(refusalOf(admission(given), 20, plans)).toBeUndefined();
  });

  it.each<[string, string, Partial<Admission>]>([
    ['for a session that is not theirs', 'not_found', { found: false }],
    [
      'for no session, even under a known key',
      'not_found',
      { found: false, known_reply_id, known_same: true },
    ],
    ['under the key of another message', 'idempotency_key_reused', { known_reply_id, known_same: false }],
    ['in a session that has ended', 'session_ended', { ended: true }],
    ['in a session that has ended, whatever else', 'session_ended', { ended: true, running: true, used: 20 }],
    ['while a reply is being written', 'reply_in_progress', { running: true }],
    ['while a reply is being written, at the limit', 'reply_in_progress', { running: true, used: 20 }],
    ['beyond the limit', 'paywall_messages', { used: 20 }],
  ])('%s is refused with %s', (_what, code, given) => {
    expect(refusalOf(admission(given), 20, plans)).toMatchObject({ code });
  });

  it('beyond the limit is told what was used and what can be bought', () => {
    expect(refusalOf(admission({ used: 23 }), 20, plans)).toMatchObject({
      detail: '23 of 20 free messages used.',
      extras: { limit: 20, used: 23, plans },
    });
  });
});
