/** Samples a second of what a microphone sends. */
export const MICROPHONE_RATE = 16_000;
/** Samples a second of a voice. */
export const VOICE_RATE = 24_000;
