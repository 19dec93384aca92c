/** How long a voice takes for a word, where nobody says it exactly. */
export const WORD_MS = 300;

/** One piece of a reply, as it was sent to be spoken. */
interface Piece {
  readonly text: string;
  readonly from_ms: number;
}

/** What of a reply was sent, and from that and the time how much of it was heard. */
export class Playout {
  /** Everything sent so far. */
  text = '';
  total_ms = 0;
  private readonly pieces: Piece[] = [];

  /** Adds a piece. @returns when it begins to be heard, in ms of the reply */
  add(text: string): number {
    const from_ms = this.total_ms;
    this.pieces.push({ text, from_ms });
    this.text += text;
    this.total_ms += wordsOf(text).length * WORD_MS;
    return from_ms;
  }

  /** What was heard by this time: whole words. */
  heard(ms: number): string {
    if (ms >= this.total_ms) return this.text;
    let heard = '';
    for (const { text, from_ms } of this.pieces) {
      const words = wordsOf(text);
      const count = Math.min(words.length, Math.floor((ms - from_ms) / WORD_MS));
      if (count <= 0) break;
      heard += words.slice(0, count).join('');
    }
    return heard;
  }
}

/** The words of a text, each with the space after it. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*$|\s*\S+/gu) ?? [];
