import { describe, expect, it } from '@jest/globals';
import { makeHistory, SCRIPTS } from './histories.js';
import { measure } from './measures.js';
import { ourRecall } from './our-finder.js';

// One life in three scripts; small enough for every check, and the same each time. A change that finds less, or
// shows more of what was never said, is a worse one: beat these figures, then raise them.
const measured = measure(ourRecall, [makeHistory(0, 600)]);

describe('what is recalled of a life in three scripts', () => {
  it.each([
    ['single fact', 99],
    ['temporal', 85],
    ['paraphrase', 86],
    ['cross-script', 85],
    ['multi-hop', 88],
  ] as const)('by %s holds at least %d per cent of what answers it in 1,000 tokens', async (kind, bar) => {
    expect((await measured).get(kind)?.recall_1000_tokens).toBeGreaterThanOrEqual(bar);
  });

  it('is nothing for most of what was never said', async () => {
    expect((await measured).get('never said')?.silent).toBeGreaterThanOrEqual(88);
  });

  it('is asked for in every script', () => {
    const { messages, questions } = makeHistory(0, 600);
    expect(SCRIPTS).toHaveLength(3);
    expect(questions.length).toBeGreaterThan(200);
    expect(messages.some(({ text }) => /[\u0900-\u097f]/.test(text))).toBe(true);
  });
});
