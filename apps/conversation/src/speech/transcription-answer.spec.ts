import { describe, expect, it } from '@jest/globals';
import { readTranscription } from './transcription-answer.js';

describe('the answer of a recogniser', () => {
  it('is its text, with the language and the tokens where it says them', () => {
    const answer = { text: ' नमस्ते\nजी ', language: 'hi', usage: { input_tokens: 14, output_tokens: 3 } };
    expect(readTranscription(answer)).toEqual({
      text: 'नमस्ते जी',
      language: 'hi',
      usage: { tokens_in: 14, tokens_cached: 0, tokens_out: 3 },
    });
  });

  it.each([
    [{ text: '' }],
    [{ text: '', language: 'hindi', usage: { type: 'duration', seconds: 2 } }],
    [{ text: '\0', language: null, usage: null }],
  ])('%j is nothing said', (answer) => {
    expect(readTranscription(answer)).toEqual({ text: '', usage: undefined });
  });

  it.each([[null], [[]], [{ text: 7 }], [{ words: 'yes' }], [{ text: 'x'.repeat(4001) }]])(
    '%j is none',
    (answer) => {
      expect(() => readTranscription(answer)).toThrow('no transcription');
    },
  );
});
