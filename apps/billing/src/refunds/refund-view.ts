import type { RefundView } from '@saathi/contracts';
import type { RefundRow } from './refunds.sql.js';

export const toRefundView = ({
  refund_id,
  amount,
  status,
  created_at,
  updated_at,
}: RefundRow): RefundView => ({
  refund_id,
  amount,
  currency: 'INR',
  status,
  requested_at: created_at.toISOString(),
  updated_at: updated_at.toISOString(),
});
