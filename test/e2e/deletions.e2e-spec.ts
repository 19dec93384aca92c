import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@saathi/testing';
import { ask, Person, type Answer } from './person.js';
import { Stack } from './stack.js';
import { findTraces } from './stored-traces.js';

const MARK = 'kumudini';
const EVENINGS = [
  [
    'Aaj office mein bahut stress tha, boss ne sabke saamne daanta',
    'Mujhe na bolna nahi aata, sab kaam le leti hoon',
    'Mujhe aise log pasand hain jo honest aur patient hote hain. Kal meri boss ke saath meeting hai',
  ],
  [
    `I want someone funny and kind ${MARK}`,
    `I love it when someone hugs me ${MARK}`,
    `I keep overthinking at night ${MARK}`,
  ],
  [
    'Meeting theek rahi, maine na bola!',
    'Par raat ko overthinking hoti hai',
    'Honest partner chahiye mujhe, jo sune',
  ],
];

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
}, 90_000);

afterAll(() => stack.stop(), 30_000);

/** Spends evenings one after the other. @returns the ids of their sessions */
const live = async (person: Person, evenings: readonly (readonly string[])[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const evening of evenings) ids.push((await person.spendEvening(evening)).body.id);
  return ids;
};

/** The tracker and the history, without what differs between two lives of the same content. */
const learnedBy = async (person: Person): Promise<object> => {
  const { body: tracker } = await person.get('/v1/me/summary');
  const { body: history } = await person.get('/v1/me/summary/history');
  return {
    ...tracker,
    updated_at: null,
    evidence: tracker.evidence.map(({ field, value }: { field: string; value: string }) => [field, value]),
    history: history.items.map((item: object) => ({ ...item, session_id: null, ended_at: null })),
  };
};

const textOf = (person: Person, path: string): Promise<Answer> =>
  ask(stack, 'GET', path, undefined, { authorization: `Bearer ${person.token}`, accept: 'text/plain' });

describe('an evening that somebody takes back', () => {
  it('leaves the tracker as if it had never been, and no trace', async () => {
    const [asha, twin] = [await Person.join(stack), await Person.join(stack)];
    const [first, second, third] = EVENINGS;
    await live(twin, [first ?? [], third ?? []]);
    const ids = await live(asha, EVENINGS);
    expect(await learnedBy(asha)).not.toEqual(await learnedBy(twin));
    const { body: usage } = await asha.get('/v1/me/usage');

    const middle = `/v1/sessions/${ids[1] ?? ''}`;
    expect((await asha.get(`${middle}/transcript`)).body.messages).toHaveLength(2 * (second ?? []).length);
    const { status, body } = await asha.delete(middle);
    expect([status, body]).toEqual([204, '']);
    await eventually(async () => {
      expect(await learnedBy(asha)).toEqual(await learnedBy(twin));
    });
    for (const gone of [middle, `${middle}/messages`, `${middle}/transcript`])
      expect(await asha.get(gone)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await asha.delete(middle)).status).toBe(404);
    expect((await asha.get('/v1/me/usage')).body).toEqual(usage);
    expect(await findTraces(stack.database, [MARK])).toEqual([]);
  }, 60_000);
});

describe('a message that somebody takes back', () => {
  it('leaves the transcript, and the tracker forgets what it said', async () => {
    const asha = await Person.join(stack);
    const [session = ''] = await live(asha, EVENINGS.slice(1, 2));
    expect((await asha.get('/v1/me/summary')).body.love_language_guess).toBe('touch');
    const { body: transcript } = await asha.get(`/v1/sessions/${session}/transcript`);
    const hug = transcript.messages.find(({ text }: { text: string }) => text.includes('hugs me'));
    expect((await asha.delete(`/v1/messages/${String(hug.id)}`)).status).toBe(204);
    await eventually(async () => {
      expect((await asha.get('/v1/me/summary')).body.love_language_guess).toBeNull();
    });
    const { body: after } = await asha.get(`/v1/sessions/${session}/transcript`);
    expect(after).toEqual({
      ...transcript,
      messages: transcript.messages.filter(({ id }: { id: string }) => id !== hug.id),
    });
    const { body: text } = await textOf(asha, `/v1/sessions/${session}/transcript`);
    expect(text).toContain(`] You: I want someone funny and kind ${MARK}\n[`);
    expect(text).toMatch(/^\[.*Z\] Saathi: /m);
    expect(text).not.toContain('] You: I love it');
  }, 40_000);
});
