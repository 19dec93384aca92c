import { appendFileSync } from 'node:fs';

/**
 * What one of the people saw happen. Everything the product acknowledged is in here, and nothing else.
 *
 * `said`: a message that was taken, with the key it was sent with and the reply that was promised.
 * `saw`: as much of a reply as had come when its stream ended, whole or not.
 * `whole`: a reply that ended with `done`.
 * `remade`: a reply that another one was asked for instead of; it may be gone.
 * `started`, `ended`: a session.
 * `paid`: an order that was paid at Cashfree.
 * `answered`: how a request went that was not successful at once.
 *
 * @typedef {{ kind: 'said', key: string, session_id: string, message_id: string, reply_id: string, text: string }
 *   | { kind: 'saw', reply_id: string, text: string }
 *   | { kind: 'whole', reply_id: string, text: string }
 *   | { kind: 'remade', reply_id: string }
 *   | { kind: 'started' | 'ended', session_id: string }
 *   | { kind: 'paid', payment_id: string }
 *   | { kind: 'answered', request: string, status: number, ms: number }} Entry
 *
 * @typedef {Entry & { at: number, user_id: string }} Line
 */

/** Keeps what happened to somebody, in a file that survives whatever happens to us. */
export class Journal {
  /** @type {Line[]} */
  lines = [];

  /** @param {string} file */
  constructor(file) {
    this.file = file;
  }

  /** @param {string} userId @param {Entry} entry */
  write(userId, entry) {
    const line = { at: Date.now(), user_id: userId, ...entry };
    appendFileSync(this.file, `${JSON.stringify(line)}\n`);
    this.lines.push(line);
  }

  /**
   * The entries of one kind.
   * @template {Entry['kind']} K
   * @param {K} kind
   * @returns {(Extract<Entry, { kind: K }> & { at: number, user_id: string })[]}
   */
  of(kind) {
    return /** @type {any} */ (this.lines.filter((line) => line.kind === kind));
  }
}
