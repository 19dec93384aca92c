import type { ValueTransformer } from 'typeorm';

/** NUMERIC as a number: for scores of few digits. Money stays the decimal string that the driver gives. */
export const numericAsNumber: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};
