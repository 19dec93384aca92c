import { Faults } from '../faults.js';

/** Creating an order goes wrong. */
export const CREATE_FAULTS = [
  'create_500',
  'create_409',
  'create_422',
  'create_429',
  'create_hang',
  'create_html',
  'create_lost_answer',
] as const;

/** Looking at an order, its payments or its refunds goes wrong. */
export const READ_FAULTS = ['read_500', 'read_hang', 'read_html'] as const;

/** Asking for a refund goes wrong. */
export const REFUND_FAULTS = ['refund_500', 'refund_refused', 'refund_lost_answer'] as const;

const MODES = [
  ...CREATE_FAULTS,
  ...READ_FAULTS,
  ...REFUND_FAULTS,
  'refund_fails',
  'duplicate_webhooks',
  'delay_webhooks',
  'reorder_webhooks',
  'drop_webhooks',
  'lower_amount_in_webhook',
  'lower_amount_in_order',
  'other_currency',
  'payments_without_id',
] as const;

export type CashfreeFaultMode = (typeof MODES)[number];
export type CashfreeFaults = Faults<CashfreeFaultMode>;

export const createCashfreeFaults = (): CashfreeFaults => new Faults(MODES);
