export const UNUSABLE_CHARACTERS = 'Text must not contain NUL or half of a surrogate pair.';

// PostgreSQL cannot store NUL, and half a pair cannot be written as UTF-8.

const UNUSABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

export const hasUnusableCharacters = (text: string): boolean => UNUSABLE.test(text);
