import type { TokenUsage } from './chat-stream.js';

/** What a million tokens cost, in rupees. */
export interface ModelPrice {
  readonly in: number;
  readonly cached: number;
  readonly out: number;
}

/** `gpt-4.1-mini=35/9/140`, comma-separated: read / read from the provider's cache / written. */
export const MODEL_PRICES = /^([^\s=,]+=\d+(\.\d+)?\/\d+(\.\d+)?\/\d+(\.\d+)?(,(?!$)|$))*$/;

/** @param setting of the form of MODEL_PRICES */
export const readPrices = (setting: string): ReadonlyMap<string, ModelPrice> =>
  new Map(
    setting.split(',').flatMap((entry): [string, ModelPrice][] => {
      const [model = '', numbers = ''] = entry.split('=');
      const [read, cached, written] = numbers.split('/').map(Number);
      return read === undefined || cached === undefined || written === undefined
        ? []
        : [[model, { in: read, cached, out: written }]];
    }),
  );

const PAISE = 100;
const MILLION = 1_000_000;

/** What a call costs, to a ten-thousandth of a paisa. */
export const costInPaise = (usage: TokenUsage, price: ModelPrice): number => {
  const { tokens_in, tokens_cached, tokens_out } = usage;
  const rupees =
    ((tokens_in - tokens_cached) * price.in + tokens_cached * price.cached + tokens_out * price.out) /
    MILLION;
  return Math.round(rupees * PAISE * 10_000) / 10_000;
};
