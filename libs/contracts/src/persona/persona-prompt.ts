import type { Persona } from '../enums/persona.js';

/** How a companion speaks, each axis from 0 to 1. */
export class PersonaStyle {
  warmth!: number;
  playfulness!: number;
  directness!: number;
  formality!: number;
  verbosity!: number;
  emoji!: number;
  /** Zero unless the persona is `playful_flirty` and the person asked for it. */
  flirt!: number;
}

export type StyleAxis = keyof PersonaStyle;

export const styleAxes: readonly StyleAxis[] = [
  'warmth',
  'playfulness',
  'directness',
  'formality',
  'verbosity',
  'emoji',
  'flirt',
];

/** In which words a companion speaks. */
export class PersonaLanguage {
  mix!: 'mirror' | 'hindi' | 'hinglish' | 'english';
  script!: 'mirror' | 'devanagari' | 'latin';
  honorific!: 'tum' | 'aap';
}

/**
 * The part of a persona that grows with one person: what `users.persona_prompt` and
 * `sessions.persona_snapshot` hold. Evolved by typed operations within bounds, never by free text.
 */
export class PersonaPrompt {
  /** Version of this structure. */
  schema!: 1;
  base!: Persona;
  /** Which edition of the baseline it grew from. */
  base_version!: string;
  /** Rises by one with every change. */
  revision!: number;
  /** A frozen prompt does not evolve. */
  frozen!: boolean;
  style!: PersonaStyle;
  language!: PersonaLanguage;
  /** What helps this person, at most eight short lines. */
  do!: string[];
  /** What does not, at most eight short lines. */
  avoid!: string[];
  /** The person's own limits; only they change them. */
  boundaries!: string[];
  /** What the next talk may come back to, at most three short lines. */
  focus!: string[];
  /** JSON pointers that evolution leaves alone, such as `/language/honorific`. */
  pinned!: string[];
}

/** The prompt that one session is held with, fixed at its start. */
export class PersonaSnapshot extends PersonaPrompt {
  /** The model that answers. */
  model!: string;
  /** SHA-256 of the compiled system prompt, in hex: two sessions with the same one were told the same. */
  prompt_sha256!: string;
}
