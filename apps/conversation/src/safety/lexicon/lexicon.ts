/** Phrases of one language, by what they tell of whoever says them. */
export interface Lexicon {
  /** A letter of the script that its phrases are in: a text without one needs no reading. */
  readonly script: RegExp;
  /** Sound like danger and are none: "mar gaya hasi se". */
  readonly idioms: RegExp;
  /** Say that there is none: "I do not want to die". */
  readonly denials: RegExp;
  /** Somebody is about to hurt themselves: a plan, a means, an hour. */
  readonly intent: RegExp;
  /** Somebody thinks of death, or of hurting themselves. */
  readonly ideation: RegExp;
  /** Somebody suffers. */
  readonly distress: RegExp;
  /** Somebody is hurt by another. */
  readonly abuse: RegExp;
  /** Somebody may be a child. */
  readonly minor: RegExp;
}
