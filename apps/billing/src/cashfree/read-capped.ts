import { CashfreeError, UNREADABLE } from './cashfree-error.js';

/** An order with all its tries to pay is a few kilobytes. */
const LIMIT_BYTES = 512 * 1024;

/** Reads the JSON of an answer, as much as there may be of it. @throws CashfreeError for what is none */
export const readCapped = async (answer: Response): Promise<unknown> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = answer.body;
  if (body !== null) {
    for await (const chunk of body) {
      size += chunk.byteLength;
      // Leaving the loop ends the transfer.
      if (size > LIMIT_BYTES) throw new CashfreeError(answer.status, 'answer_too_large', UNREADABLE);
      chunks.push(chunk);
    }
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new CashfreeError(answer.status, 'answer_no_json', UNREADABLE);
  }
};
