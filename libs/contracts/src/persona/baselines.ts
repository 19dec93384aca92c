import { Persona } from '../enums/persona.js';
import type { PersonaPrompt, PersonaStyle, StyleAxis } from './persona-prompt.js';

export const BASELINE_VERSION = '2026-11';

/**
 * Where each companion begins. `flirt` starts at zero even for `playful_flirty`: it takes the
 * person's own consent, which is not part of choosing a companion.
 */
export const baselineStyles: Readonly<Record<Persona, Readonly<PersonaStyle>>> = {
  [Persona.SweetSupportive]: {
    warmth: 0.8,
    playfulness: 0.4,
    directness: 0.4,
    formality: 0.3,
    verbosity: 0.4,
    emoji: 0.3,
    flirt: 0,
  },
  [Persona.PlayfulFlirty]: {
    warmth: 0.7,
    playfulness: 0.8,
    directness: 0.5,
    formality: 0.2,
    verbosity: 0.4,
    emoji: 0.5,
    flirt: 0,
  },
  [Persona.BoldConfident]: {
    warmth: 0.5,
    playfulness: 0.5,
    directness: 0.8,
    formality: 0.3,
    verbosity: 0.4,
    emoji: 0.2,
    flirt: 0,
  },
  [Persona.CalmMature]: {
    warmth: 0.6,
    playfulness: 0.2,
    directness: 0.5,
    formality: 0.6,
    verbosity: 0.5,
    emoji: 0.1,
    flirt: 0,
  },
};

/** How far evolution may carry an axis from its baseline, to either side. */
export const MAX_DRIFT = 0.3;

/** Between which values an axis of a persona may move. */
export const styleRange = (persona: Persona, axis: StyleAxis): readonly [lowest: number, highest: number] => {
  const start = baselineStyles[persona][axis];
  // Flirting is consented to, never learned.
  if (axis === 'flirt') return [start, start];
  return [Math.max(0, round(start - MAX_DRIFT)), Math.min(1, round(start + MAX_DRIFT))];
};

/** The prompt of a companion who has not met the person yet. */
export const baselinePrompt = (persona: Persona): PersonaPrompt => ({
  schema: 1,
  base: persona,
  base_version: BASELINE_VERSION,
  revision: 0,
  frozen: false,
  style: { ...baselineStyles[persona] },
  language: {
    mix: 'mirror',
    script: 'mirror',
    honorific: persona === Persona.CalmMature ? 'aap' : 'tum',
  },
  do: [],
  avoid: [],
  boundaries: [],
  focus: [],
  pinned: [],
});

const round = (value: number): number => Math.round(value * 100) / 100;
