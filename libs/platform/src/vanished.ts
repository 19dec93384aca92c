const FOREIGN_KEY_VIOLATION = '23503';
const PERSON = /_user_id_fkey$/;

/**
 * What a write referred to that somebody deleted in the meantime: the person, or one of their things.
 * @returns undefined when the error says nothing of the kind
 */
export const vanished = (error: unknown): 'person' | 'thing' | undefined => {
  if (!(error instanceof Error)) return undefined;
  if (!('code' in error) || error.code !== FOREIGN_KEY_VIOLATION) return undefined;
  return 'constraint' in error && typeof error.constraint === 'string' && PERSON.test(error.constraint)
    ? 'person'
    : 'thing';
};
