import type { Persona } from '../talk/persona.js';
import type { Topic } from '../words/topics.js';

/** Sentences to choose from. `{said}` and its like are filled in. */
export type Variants = readonly string[];

/** How one companion sounds. */
export interface Voice {
  readonly hello: Variants;
  readonly helloQuestions: Variants;
  readonly goodbye: Variants;
  readonly thanks: Variants;
  /** First words when something weighs, when something is good, and otherwise. */
  readonly heavy: Variants;
  readonly light: Variants;
  readonly neutral: Variants;
  /** Said before the question when something weighs. */
  readonly support: Variants;
  /** Ends a message that nothing weighs on; empty for a companion who uses none. */
  readonly emoji: string;
}

export interface TopicLines {
  /** Take up `{said}`, the person's own words. */
  readonly reflections: Variants;
  readonly questions: Variants;
  /** One small thing to try, for whoever asks for advice. */
  readonly step: string;
}

/** Answers to what a message does, whatever it is about. */
export interface ActLines {
  readonly isAi: Variants;
  readonly love: Variants;
  readonly crisis: Variants;
  /** Nothing to take up: "ok", "hmm", an emoji. */
  readonly unclear: Variants;
  /** A question that has nothing to do with the person; `{said}` is what was asked. */
  readonly factQuestion: Variants;
  /** `{memory}` is what the person said then. */
  readonly remembered: Variants;
  readonly notRemembered: Variants;
  /** After a step was suggested. */
  readonly adviceQuestion: Variants;
  /** `{who}` is a person who was mentioned. */
  readonly aboutPerson: Variants;
  /** `{focus}` is what the last talk left open. */
  readonly focus: Variants;
}

export interface Phrasebook {
  readonly voices: Readonly<Record<Persona, Voice>>;
  readonly topics: Readonly<Record<Topic | 'other', TopicLines>>;
  readonly acts: ActLines;
}
