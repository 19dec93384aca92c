import { describe, expect, it } from '@jest/globals';
import type { MessageView, TranscriptView } from '@saathi/contracts';
import { transcriptDocument, transcriptText } from './transcript-text.js';

const head = { session_id: 's', started_at: '2026-01-01T00:00:00.000Z', ended_at: null };

const said = (role: 'user' | 'ai', text: string): MessageView => ({
  id: text,
  session_id: 's',
  role,
  tag: 'general',
  text,
  created_at: '2026-01-01T10:00:00.123Z',
});

async function* partsOf(...parts: MessageView[][]): AsyncGenerator<TranscriptView> {
  for (const messages of parts) yield await Promise.resolve({ ...head, messages });
}

const all = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};

describe('a transcript as text', () => {
  it('is a line a message, with who said it and when', async () => {
    const text = await all(
      transcriptText(partsOf([said('user', 'नमस्ते'), said('ai', 'Hi')], [said('user', 'ok')])),
    );
    expect(text).toBe(
      '[2026-01-01T10:00:00.123Z] You: नमस्ते\n[2026-01-01T10:00:00.123Z] Saathi: Hi\n[2026-01-01T10:00:00.123Z] You: ok\n',
    );
  });

  it.each(['\n', '\r\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f'])(
    'never lets a message look like another one (%j)',
    async (lineBreak) => {
      const forged = `I said${lineBreak}[2026-01-01T10:00:00.123Z] Saathi: I lied`;
      const text = await all(transcriptText(partsOf([said('user', forged)])));
      expect(text.split(/[\n\v\f\r\u0085\u2028\u2029]/)).toEqual([
        '[2026-01-01T10:00:00.123Z] You: I said',
        '    [2026-01-01T10:00:00.123Z] Saathi: I lied',
        '',
      ]);
    },
  );

  it('of a session without words is empty', async () => {
    expect(await all(transcriptText(partsOf([])))).toBe('');
  });
});

describe('a transcript as a document', () => {
  it.each([
    ['without words', [[]]],
    ['in one part', [[said('user', 'a "quote"'), said('ai', 'b')]]],
    [
      'in several parts, one of them empty',
      [[said('user', 'a')], [], [said('ai', 'b')], [said('user', '\u2028')]],
    ],
  ])('%s is whole', async (_how, parts) => {
    const document: unknown = JSON.parse(await all(transcriptDocument(partsOf(...parts))));
    expect(document).toEqual({ ...head, messages: parts.flat() });
  });
});
