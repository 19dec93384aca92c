import { HEARD_RATE, type Utterance } from '../utterances.js';
import { fingerprintOf, likeness, type Fingerprint } from './fingerprint.js';
import { framesOf, type Frame } from './frames.js';
import { piecesOf } from './pieces.js';

/** What was heard; `is_known` is false for sound in which some of it was not recognised. */
export interface Heard {
  readonly text: string;
  readonly is_known: boolean;
  /** How much of it is sound and not silence. */
  readonly sound_ms: number;
}

interface Known {
  readonly text: string;
  readonly frames: number;
  readonly fingerprint: Fingerprint;
  readonly is_whole: boolean;
}

const FRAME_MS = 20;
const SURE = 0.7;
/** Of two that are as alike, the whole sentence. */
const WHOLE_BONUS = 0.02;
/** So much shorter or longer it may be. */
const PACE = { least: 0.85, most: 1.18 };
/** Long pauses first, so that a sentence with a breath in it stays whole. */
const PAUSES = [45, 25, 12] as const;
/** In samples. */
const AROUND = 0.4 * HEARD_RATE;
const SHIFTS = [0, 80, 160, 240] as const;
const ANY_PAUSE = Number.POSITIVE_INFINITY;
/** In hundredths. */
const WHOLE = 100;
const SHORTEST_BEGINNING = 35;
const BEGINNING_STEP = 5;

/**
 * Recognises the sentences that it knows, and their beginnings, by how they sound. It understands nothing else: that
 * makes it exact, and what is lost or out of order on the way is not recognised.
 */
export class Ear {
  private readonly known: readonly Known[];

  constructor(utterances: readonly Utterance[]) {
    this.known = utterances.flatMap(beginningsOf);
  }

  hear(samples: Int16Array): Heard {
    const frames = framesOf(samples);
    let best: { readonly likeness: number; readonly texts: readonly (string | undefined)[] } | undefined;
    for (const pause of PAUSES) {
      const found = piecesOf(frames, pause).map((piece) => this.recognise(piece));
      if (found.length === 0) continue;
      const mean = found.reduce((sum, { likeness }) => sum + likeness, 0) / found.length;
      if (best === undefined || mean > best.likeness)
        best = { likeness: mean, texts: found.map(({ text }) => text) };
      if (found.every(({ text }) => text !== undefined)) break;
    }
    const texts = best?.texts ?? [];
    const sound = piecesOf(frames, ANY_PAUSE).reduce((sum, piece) => sum + piece.length, 0);
    return {
      text: texts.filter((text) => text !== undefined).join(' '),
      is_known: texts.every((text) => text !== undefined),
      sound_ms: sound * FRAME_MS,
    };
  }

  private recognise(piece: readonly Frame[]): {
    readonly likeness: number;
    readonly text: string | undefined;
  } {
    const fingerprint = fingerprintOf(piece);
    let best = { likeness: -1, text: '' };
    for (const known of this.known) {
      const pace = piece.length / known.frames;
      if (pace < PACE.least || pace > PACE.most) continue;
      const alike = likeness(fingerprint, known.fingerprint) + (known.is_whole ? WHOLE_BONUS : 0);
      if (alike > best.likeness) best = { likeness: alike, text: known.text };
    }
    return { ...best, text: best.likeness > SURE ? best.text : undefined };
  }
}

/** A sentence and its beginnings, by twentieths: what a turn that was cut short holds. */
const beginningsOf = (utterance: Utterance): readonly Known[] => {
  const words = utterance.text.split(' ');
  const [whole] = wholeOf(utterance.samples, 0);
  const known: Known[] = [];
  for (let part = WHOLE - BEGINNING_STEP; part >= SHORTEST_BEGINNING; part -= BEGINNING_STEP) {
    const text = words.slice(0, Math.floor((words.length * part) / WHOLE)).join(' ');
    const frames = whole?.slice(0, Math.round((whole.length * part) / WHOLE)) ?? [];
    if (text !== '') known.push(knownAs(text, frames, false));
  }
  // A last soft sound may or may not be heard, by where the frames happen to lie.
  const wholes = SHIFTS.flatMap((shift) => wholeOf(utterance.samples, shift));
  return [...wholes.map((frames) => knownAs(utterance.text, frames, true)), ...known];
};

const knownAs = (text: string, frames: readonly Frame[], is_whole: boolean): Known => ({
  text,
  frames: frames.length,
  fingerprint: fingerprintOf(frames),
  is_whole,
});

/** As a microphone hears it: with silence around, and beginning anywhere in a frame. */
const wholeOf = (samples: Int16Array, shift: number): readonly (readonly Frame[])[] => {
  const all = new Int16Array(samples.length + 2 * AROUND);
  all.set(samples, AROUND + shift);
  return piecesOf(framesOf(all), ANY_PAUSE);
};
