import type { ClientMessage, ServerMessage } from './call-messages';

type Words = Extract<ClientMessage, { type: 'text' }>;

/** What was said and is not known to be stored. Each has an id of its own, so that it may be said again without harm. */
export class UnheardWords {
  private readonly words = new Map<string, Words>();

  /** @returns what is to be sent; words that are not final may be lost, for others follow */
  add(text: string, final: boolean, lang: string): Words {
    if (!final) return { type: 'text', text, final, lang };
    const words: Words = { type: 'text', text, final, lang, id: crypto.randomUUID() };
    this.words.set(words.id ?? '', words);
    return words;
  }

  /** Takes out what the server says is stored. */
  note(message: ServerMessage): void {
    if (message.type === 'user.final') this.words.delete(message.message_id);
  }

  /** What is to be said again over a new line, in the order in which it was said. */
  get all(): readonly Words[] {
    return [...this.words.values()];
  }
}
