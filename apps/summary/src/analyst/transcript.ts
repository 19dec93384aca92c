import { MessageRole } from '@saathi/contracts';

/** One line of a session. */
export interface TranscriptLine {
  readonly id: string;
  readonly role: MessageRole;
  readonly text: string;
}

const MAX_BYTES = 48_000;

/** The transcript as the model reads it: a JSON line a message, the newest that fit. */
export const renderTranscript = (lines: readonly TranscriptLine[]): string => {
  let left = MAX_BYTES;
  const kept: string[] = [];
  for (const { id, role, text } of lines.toReversed()) {
    const line = JSON.stringify({ id, role, text });
    left -= Buffer.byteLength(line);
    if (left < 0) break;
    kept.unshift(line);
  }
  return ['<transcript>', ...kept, '</transcript>'].join('\n');
};

/** What the person said, by message id. */
export const saidByUser = (lines: readonly TranscriptLine[]): ReadonlyMap<string, string> =>
  new Map(lines.filter(({ role }) => role === MessageRole.User).map(({ id, text }) => [id, text]));
