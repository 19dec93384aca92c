import { describe, expect, it } from '@jest/globals';
import { MESSAGE_MAX_CHARACTERS, REPLY_MAX_CHARACTERS, type MessageView } from '@saathi/contracts';
import { MAX_PAYLOAD_BYTES } from './max-payload.js';

const ID = '019a2b3c-0000-7000-8000-000000000001';
/** Six bytes in JSON, the most that one character can take. */
const WORST = '\u0001';
const MOST_ITEMS = 100;

const message = (role: 'user' | 'ai', characters: number): MessageView => ({
  id: ID,
  session_id: ID,
  role,
  tag: 'evaluation',
  text: WORST.repeat(characters),
  created_at: '2026-11-23T00:00:00.000Z',
});

describe('the largest message', () => {
  it('is a full page of messages as long as they may be, and it fits', () => {
    const items = Array.from({ length: MOST_ITEMS / 2 }, () => [
      message('user', MESSAGE_MAX_CHARACTERS),
      message('ai', REPLY_MAX_CHARACTERS),
    ]).flat();
    const bytes = Buffer.byteLength(JSON.stringify({ items, next_cursor: 'c'.repeat(300) }));
    expect(bytes).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
    expect(bytes).toBeGreaterThan(MAX_PAYLOAD_BYTES / 2);
  });
});
