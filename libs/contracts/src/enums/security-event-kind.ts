/** What can happen to an account that its owner should be able to look up. */
export const SecurityEventKind = {
  Registered: 'registered',
  SignedIn: 'signed_in',
  SignInFailed: 'sign_in_failed',
  SignedOut: 'signed_out',
  SignedOutEverywhere: 'signed_out_everywhere',
  LoginEnded: 'login_ended',
  RefreshReused: 'refresh_reused',
  ProfileChanged: 'profile_changed',
  ConsentGiven: 'consent_given',
  ConsentWithdrawn: 'consent_withdrawn',
  DataExported: 'data_exported',
} as const;
export type SecurityEventKind = (typeof SecurityEventKind)[keyof typeof SecurityEventKind];
