/** What an access token says and how it is checked, for the one who signs and those who verify. */
export const ACCESS_TOKEN = {
  algorithm: 'ES256',
  type: 'at+jwt',
  issuer: 'saathi',
  audience: 'saathi',
  /** Of those who look after the service: their tokens open nothing of the people's, nor the reverse. */
  operator_audience: 'saathi-operators',
  /** Clocks may differ by this much. */
  clock_tolerance_seconds: 30,
} as const;

/** The claims of an access token. */
export interface AccessTokenClaims {
  /** Whom it is for. */
  readonly aud: 'saathi' | 'saathi-operators';
  /** The person or the operator. */
  readonly sub: string;
  /** The login (one device). */
  readonly sid: string;
  readonly iat: number;
  readonly exp: number;
  readonly jti: string;
}
