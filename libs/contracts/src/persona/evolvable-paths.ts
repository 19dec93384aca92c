/** What of a persona prompt learning may change, as JSON pointers; and so what a person may pin. */
export const EVOLVABLE_PATHS = [
  '/style/warmth',
  '/style/playfulness',
  '/style/directness',
  '/style/formality',
  '/style/verbosity',
  '/style/emoji',
  '/do',
  '/avoid',
  '/focus',
] as const;

export type EvolvablePath = (typeof EVOLVABLE_PATHS)[number];
