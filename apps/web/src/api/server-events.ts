/** One server-sent event, its data as JSON says it. */
export interface ServerEvent {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

/** Cuts a stream of text into events, wherever the pieces happen to end. Comments are passed over. */
export class EventCutter {
  private rest = '';

  /** The events that a further piece completes. */
  push(piece: string): ServerEvent[] {
    const blocks = (this.rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.flatMap(eventOf);
  }
}

const eventOf = (block: string): ServerEvent[] => {
  let [id, event, data] = ['', '', ''];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (line.startsWith('id:')) id = value;
    else if (line.startsWith('event:')) event = value;
    else if (line.startsWith('data:')) data += data === '' ? value : `\n${value}`;
  }
  return event === '' || data === '' ? [] : [{ id: Number(id), event, data: JSON.parse(data) }];
};

/** The events of an answer, as they come. */
export async function* eventsOf(answer: Response): AsyncGenerator<ServerEvent> {
  if (answer.body === null) return;
  const cutter = new EventCutter();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read())
      yield* cutter.push(next.value);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
