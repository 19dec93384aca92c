const { env } = process;

export const textFrom = (name: string, fallback: string): string => env[name] || fallback;

/** The variable when it is set and not empty. */
export const optionalTextFrom = (name: string): string | undefined => env[name] || undefined;

/** @throws Error naming the variable when its value is not a whole number of zero or more */
export const numberFrom = (name: string, fallback: number): number => {
  const value = env[name];
  if (!value) return fallback;
  if (!/^\d+$/.test(value)) throw new Error(`${name} has to be a whole number.`);
  return Number(value);
};

/** @throws Error naming the variable when its value is not a comma-separated list of numbers */
export const numbersFrom = (name: string, fallback: readonly number[]): readonly number[] => {
  const value = env[name];
  if (!value) return fallback;
  const numbers = value.split(',').map(Number);
  if (numbers.some((number) => !(number >= 0))) {
    throw new Error(`${name} has to be a comma-separated list of numbers.`);
  }
  return numbers;
};
