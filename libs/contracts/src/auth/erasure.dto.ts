import type { Instant } from '../fields.js';

/** The deletion of an account was taken in and will be completed whatever happens. */
export class ErasureReceiptView {
  /** Ask for it at `/v1/erasures/:receipt_id`, without signing in. It does not tell who it was. */
  receipt_id!: string;
}

/** How far the deletion of an account is. */
export class ErasureView {
  receipt_id!: string;
  requested_at!: Instant;
  /** null while it is under way. */
  completed_at!: Instant | null;
}
