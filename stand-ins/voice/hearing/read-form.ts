/** The parts of a form, by their names. */
export type Form = ReadonlyMap<string, Buffer>;

const LINE_END = '\r\n';

/** Reads `multipart/form-data`; what is none has no parts. */
export const readForm = (type: string, body: Buffer): Form => {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  const parts = new Map<string, Buffer>();
  if (boundary === undefined) return parts;
  const separator = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(separator); at >= 0;) {
    const start = at + separator.length;
    const next = body.indexOf(separator, start);
    if (next < 0) break;
    addPart(parts, body.subarray(start + LINE_END.length, next - LINE_END.length));
    at = next;
  }
  return parts;
};

const addPart = (parts: Map<string, Buffer>, part: Buffer): void => {
  const headEnd = part.indexOf(LINE_END + LINE_END);
  const name = /[; ]name="([^"]*)"/.exec(part.toString('utf8', 0, Math.max(0, headEnd)))?.[1];
  if (name !== undefined) parts.set(name, part.subarray(headEnd + 2 * LINE_END.length));
};
