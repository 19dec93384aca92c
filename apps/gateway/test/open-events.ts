/** One event as it came over the wire. */
export interface SentEvent {
  readonly id: string | undefined;
  readonly event: string | undefined;
  /** Parsed. */
  readonly data: unknown;
}

/** Reads a whole event stream; comments and `retry:` lines are left out. */
export const parseEvents = (text: string): SentEvent[] =>
  text
    .split('\n\n')
    .map((block) => new Map(block.split('\n').map(split)))
    .filter((lines) => lines.has('data'))
    .map((lines) => ({
      id: lines.get('id'),
      event: lines.get('event'),
      data: JSON.parse(lines.get('data') ?? 'null'),
    }));

const split = (line: string): [name: string, value: string] => {
  const cut = line.indexOf(': ');
  return [line.slice(0, cut), line.slice(cut + 2)];
};

/** An event stream that stays open: what came so far, and whether it has ended. */
export class OpenEvents {
  private text = '';
  private over = false;

  constructor(answer: Response) {
    void this.read(answer);
  }

  get events(): SentEvent[] {
    return parseEvents(this.text);
  }

  get hasEnded(): boolean {
    return this.over;
  }

  private async read({ body }: Response): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const bytes of body ?? []) this.text += decoder.decode(bytes, { stream: true });
    } catch {
      // The reader left.
    }
    this.over = true;
  }
}
