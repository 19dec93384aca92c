import { randomInt } from 'node:crypto';

/** An id of ten digits such as Cashfree gives to orders, payments and refunds. */
export const newCfId = (): string => String(randomInt(1_000_000_000, 9_999_999_999));
