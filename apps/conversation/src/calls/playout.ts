/** How long a voice takes for a word, where nobody says it exactly. */
export const WORD_MS = 300;

/** One piece of a reply, as it is spoken. */
interface Piece {
  readonly text: string;
  readonly from_ms: number;
  /** How much of its sound was sent. */
  ms: number;
  isWhole: boolean;
}

/** What of a reply was sent, and from that and the time how much of it was heard. */
export class Playout {
  /** Everything sent so far. */
  text = '';
  total_ms = 0;
  private readonly pieces: Piece[] = [];

  /** Begins a piece, of which no sound was sent yet. @returns when it begins to be heard, in ms of the reply */
  begin(text: string): number {
    const from_ms = this.total_ms;
    this.pieces.push({ text, from_ms, ms: 0, isWhole: false });
    this.text += text;
    return from_ms;
  }

  /** So much more sound of the newest piece was sent. */
  grow(ms: number): void {
    const piece = this.pieces.at(-1);
    if (piece === undefined) return;
    piece.ms += ms;
    this.total_ms += ms;
  }

  /** The newest piece was sent to its end. */
  close(): void {
    const piece = this.pieces.at(-1);
    if (piece !== undefined) piece.isWhole = true;
  }

  /** Adds a piece that somebody else speaks. @returns when it begins to be heard, in ms of the reply */
  add(text: string): number {
    const from_ms = this.begin(text);
    this.grow(wordsOf(text).length * WORD_MS);
    this.close();
    return from_ms;
  }

  /** What was heard by this time: whole words. A piece that is not whole lasts as long as its words would. */
  heard(ms: number): string {
    let heard = '';
    for (const { text, from_ms, ms: sent, isWhole } of this.pieces) {
      const words = wordsOf(text);
      const length = isWhole ? sent : Math.max(sent, words.length * WORD_MS);
      const passed = ms - from_ms;
      if (passed >= length) {
        heard += text;
        continue;
      }
      const count = Math.floor((passed * words.length) / length);
      return heard + words.slice(0, Math.max(0, count)).join('');
    }
    return heard;
  }
}

/** The words of a text, each with the space after it. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*$|\s*\S+/gu) ?? [];
