/** A statement about the person with what it rests on. */
export interface Item {
  readonly value: string;
  /** Ids of lines the person said. */
  readonly evidence: readonly string[];
  /** Verbatim words of one of those lines. */
  readonly quote: string;
}

/** A small change to how the companion should be. */
export interface PersonaOp {
  readonly op: 'nudge' | 'add' | 'remove' | 'set';
  readonly path: string;
  /** From -0.1 to 0.1 for a nudge, otherwise 0. */
  readonly amount: number;
  /** Empty for a nudge. */
  readonly text: string;
}

/** A lasting fact about the person. */
export interface Memory extends Item {
  readonly kind: 'fact' | 'preference' | 'person' | 'event';
}

/** The answer to the schema `session_summary`. */
export interface SessionSummary {
  readonly partner_type_one_liner: Item;
  readonly top_3_traits_you_value: readonly Item[];
  readonly what_you_might_work_on: readonly Item[];
  readonly next_time_focus: readonly Item[];
  readonly love_language_guess: Item;
  readonly communication_fit: Item;
  readonly memories: readonly Memory[];
  readonly persona_ops: readonly PersonaOp[];
}

/** What nothing in the talk supports. */
export const unsupported = (value = ''): Item => ({ value, evidence: [], quote: '' });
