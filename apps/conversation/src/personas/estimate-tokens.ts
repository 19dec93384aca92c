/** Tokens of a text, roughly: four bytes each fits Latin text and, at three bytes a letter, Devanagari too. */
export const estimateTokens = (text: string): number => Math.ceil(Buffer.byteLength(text) / 4);
