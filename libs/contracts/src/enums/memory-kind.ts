/** What a memory is about. */
export const MemoryKind = {
  Fact: 'fact',
  Preference: 'preference',
  /** Somebody in the person's life. */
  Person: 'person',
  Event: 'event',
} as const;
export type MemoryKind = (typeof MemoryKind)[keyof typeof MemoryKind];
