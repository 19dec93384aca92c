type Fields = Record<string, unknown>;

/**
 * What of an error may be logged. Database drivers and HTTP clients quote what they were given (a
 * message's text, an address), so of them only codes and places are kept.
 */
export const describeError = (error: unknown): Fields => {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  const source = 'driverError' in error && error.driverError instanceof Error ? error.driverError : error;
  return quotesItsInput(error)
    ? { type: error.constructor.name, ...pick(source, QUOTABLE), frames: frames(error), ...cause }
    : { type: error.constructor.name, message: error.message, frames: frames(error), ...cause };
};

const QUOTABLE = ['code', 'constraint', 'table', 'column', 'routine', 'status', 'syscall'] as const;

const quotesItsInput = (error: Error): boolean =>
  'driverError' in error || 'routine' in error || 'status' in error || error instanceof SyntaxError;

const pick = (error: Error, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(error).filter(([name, value]) => names.includes(name) && isPlain(value)));

const isPlain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

const MAX_FRAMES = 6;

const frames = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim());
