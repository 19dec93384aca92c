import { Faults } from '../faults.js';

/** Creating an order goes wrong. */
export const CREATE_FAULTS = [
  'create_500',
  'create_429',
  'create_hang',
  'create_html',
  'create_lost_answer',
] as const;

const MODES = [
  ...CREATE_FAULTS,
  'duplicate_webhooks',
  'delay_webhooks',
  'reorder_webhooks',
  'drop_webhooks',
  'lower_amount_in_webhook',
  'lower_amount_in_order',
  'other_currency',
] as const;

export type CashfreeFaultMode = (typeof MODES)[number];
export type CashfreeFaults = Faults<CashfreeFaultMode>;

export const createCashfreeFaults = (): CashfreeFaults => new Faults(MODES);
