import { describe, expect, it } from '@jest/globals';
import { ChatStream } from './chat-stream.js';

const chunk = (content: string | null, finish_reason: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ delta: content === null ? {} : { content }, finish_reason }] })}\n\n`;

const TEXT = 'क्षत्रिय 👨‍👩‍👧';
const WHOLE = `: a comment\n\n${chunk('')}${chunk('क्षत्रि')}${chunk('य 👨‍👩‍👧')}${chunk(null, 'stop')}data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":3,"prompt_tokens_details":{"cached_tokens":4}}}\n\ndata: [DONE]\n\n`;

const read = (packets: Iterable<Uint8Array>): { text: string; stream: ChatStream } => {
  const stream = new ChatStream();
  let text = '';
  for (const packet of packets) text += stream.push(packet);
  return { text, stream };
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a streamed answer', () => {
  it.each([1, 2, 3, 7, 1000])('is the same in packets of %i bytes', (size) => {
    const all = bytes(WHOLE);
    const packets = Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
      all.slice(index * size, (index + 1) * size),
    );
    const { text, stream } = read(packets);
    expect(text).toBe(TEXT);
    expect(stream.finish_reason).toBe('stop');
    expect(stream.usage).toEqual({ tokens_in: 9, tokens_cached: 4, tokens_out: 3 });
  });

  it('may come with CRLF and without the space after the colon', () => {
    const { text, stream } = read([bytes(WHOLE.replaceAll('\n', '\r\n').replaceAll('data: ', 'data:'))]);
    expect([text, stream.finish_reason]).toEqual([TEXT, 'stop']);
  });

  it('may leave out everything but the words', () => {
    const { text } = read([bytes('data: {"choices":[{"delta":{"content":"hi"}}]}\n\ndata: {}\n\n')]);
    expect(text).toBe('hi');
  });

  it('that was cut has no reason for its end', () => {
    expect(read([bytes(chunk('half'))]).stream.finish_reason).toBeNull();
  });

  it.each([
    ['is no JSON', 'data: {"choices":[{"delta":{"content":"secret\n\n'],
    ['carries an error', 'data: {"error":{"message":"secret"}}\n\n'],
    ['has a line without an end', `data: ${'x'.repeat(1024 * 1024 + 1)}`],
  ])('is refused when it %s, without quoting it', (_what, text) => {
    expect(() => read([bytes(text)])).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });
});
