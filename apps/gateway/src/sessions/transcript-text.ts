import type { MessageRole, MessageView, TranscriptView } from '@saathi/contracts';

const SPEAKERS: Readonly<Record<MessageRole, string>> = { user: 'You', ai: 'Saathi' };

// Whatever a reader may take for the end of a line: a message must not look like the next one.
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const INDENT = '\n    ';

/** A transcript to read: `[instant] You: …`, one line a message; its further lines are indented. */
export async function* transcriptText(parts: AsyncIterable<TranscriptView>): AsyncGenerator<string> {
  for await (const { messages } of parts) yield messages.map(lineOf).join('');
}

/** A transcript as one JSON document, written as its parts come in. */
export async function* transcriptDocument(parts: AsyncIterable<TranscriptView>): AsyncGenerator<string> {
  let before = '';
  for await (const { messages, ...head } of parts) {
    if (before === '') yield `${JSON.stringify(head).slice(0, -1)},"messages":[`;
    before ||= '\n';
    for (const message of messages) {
      yield before + JSON.stringify(message);
      before = ',\n';
    }
  }
  yield ']}\n';
}

const lineOf = ({ role, text, created_at }: MessageView): string =>
  `[${created_at}] ${SPEAKERS[role]}: ${text.replaceAll(LINE_BREAK, INDENT)}\n`;
