/** What those who look after the service can do. */
export const OperatorActionKind = {
  OperatorAdded: 'operator_added',
  OperatorRemoved: 'operator_removed',
  SignedIn: 'signed_in',
  SignInFailed: 'sign_in_failed',
  SignedOut: 'signed_out',
  PaymentRefunded: 'payment_refunded',
  OrderCancelled: 'order_cancelled',
  OrderChecked: 'order_checked',
  SubscriptionRevoked: 'subscription_revoked',
  ReviewResolved: 'review_resolved',
  WebhookReplayed: 'webhook_replayed',
} as const;
export type OperatorActionKind = (typeof OperatorActionKind)[keyof typeof OperatorActionKind];
