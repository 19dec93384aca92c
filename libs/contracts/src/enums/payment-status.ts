/** Where a payment stands; it only ever moves from left to right of pending, failed, success. */
export const PaymentStatus = {
  Pending: 'pending',
  Success: 'success',
  Failed: 'failed',
} as const;
export type PaymentStatus = (typeof PaymentStatus)[keyof typeof PaymentStatus];
