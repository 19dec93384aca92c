const END = /[.!?।…]["')\]]*\s|\n/u;
const COMMA = /[,;:—]\s/u;
const FIRST_CHARACTERS = 12;
const LATER_CHARACTERS = 24;
const ABBREVIATION = /(?:^|\s)(?:Dr|Mr|Mrs|Ms|Rs|St|No|Prof|डॉ|रु|श्री|प्रो)\.\s*$/u;

/**
 * Cuts a reply that is being made into pieces to be spoken: sentences, of which the first may end at a comma so that a
 * voice begins soon. Nothing is lost or changed: the pieces together are the text.
 */
export class Sentences {
  private held = '';
  private isFirst = true;

  /** @returns the pieces that are complete now */
  push(text: string): string[] {
    this.held += text;
    const pieces: string[] = [];
    for (let at = this.cut(); at > 0; at = this.cut()) {
      pieces.push(this.held.slice(0, at));
      this.held = this.held.slice(at);
      this.isFirst = false;
    }
    return pieces;
  }

  /** @returns what is left when the reply is over */
  end(): string[] {
    const rest = this.held;
    this.held = '';
    return rest === '' ? [] : [rest];
  }

  private cut(): number {
    const least = this.isFirst ? FIRST_CHARACTERS : LATER_CHARACTERS;
    for (let from = 0; ;) {
      const rest = this.held.slice(from);
      const found = [END, ...(this.isFirst ? [COMMA] : [])]
        .flatMap((mark) => {
          const match = mark.exec(rest);
          return match === null ? [] : [from + match.index + match[0].length];
        })
        .toSorted((one, other) => one - other)[0];
      if (found === undefined) return 0;
      if (found >= least && !ABBREVIATION.test(this.held.slice(0, found))) return found;
      from = found;
    }
  }
}
