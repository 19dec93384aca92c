import { recorded } from '../../stand-ins/voice/utterances.js';
import { AudioCaller } from '../../test/e2e/audio-caller.js';
import { Person } from '../../test/e2e/person.js';
import type { Stack } from '../../test/e2e/stack.js';

/** Sentences whose text looks finished: a turn ends when they are written down. */
export const FINISHED = ['hi-hello', 'en-bye', 'hi-bye'];

export const soundOf = (id: string): Int16Array => {
  const found = recorded().find((utterance) => utterance.id === id);
  if (found === undefined) throw new Error(`${id} was not recorded`);
  return found.samples;
};

/** What one turn took, as a caller measures it. */
export interface Turn {
  /** From when the caller fell silent to the first sound of the reply. */
  readonly voice_to_voice_ms: number;
  /** How many words the model had to say before a voice could begin. */
  readonly first_words: number;
}

/** What came of one call. */
export interface Talk {
  readonly turns: readonly Turn[];
  /** Whether every frame of the voice came, in order. */
  readonly isInOrder: boolean;
  /** What was understood, in order. */
  readonly understood: readonly string[];
}

/** One call of so many turns, in real time, listened to three times as fast as it is said. */
export const talk = async (stack: Stack, turns: number, startAfterMs: number): Promise<Talk> => {
  const asha = await Person.join(stack);
  await new Promise((resolve) => setTimeout(resolve, startAfterMs));
  const caller = await AudioCaller.call(stack, asha);
  caller.listeningPace = 3;
  const done: Turn[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const from = caller.frames.length;
    const final = await caller.talk(soundOf(FINISHED[turn % FINISHED.length] ?? ''), 60_000);
    const first = caller.frames.slice(from).find(({ type }) => type === 'ai.text');
    done.push({
      voice_to_voice_ms: (caller.firstSoundAt.get(final.rid) ?? Number.NaN) - caller.silentSince,
      first_words: String(first.text).trim().split(/\s+/).length,
    });
  }
  await caller.hangUp();
  const { voiceSeqs } = caller;
  return {
    turns: done,
    isInOrder: voiceSeqs.every((seq, index) => index === 0 || seq === (voiceSeqs[index - 1] ?? 0) + 1),
    understood: caller.frames.filter(({ type }) => type === 'user.final').map(({ text }) => text),
  };
};

/** @param share 0.5 is the median */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
};
