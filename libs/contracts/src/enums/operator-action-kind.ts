/** What those who look after the service can do. */
export const OperatorActionKind = {
  OperatorAdded: 'operator_added',
  OperatorRemoved: 'operator_removed',
  SignedIn: 'signed_in',
  SignInFailed: 'sign_in_failed',
  SignedOut: 'signed_out',
} as const;
export type OperatorActionKind = (typeof OperatorActionKind)[keyof typeof OperatorActionKind];
