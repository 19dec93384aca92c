/** What an access token says and how it is checked, for the one who signs and those who verify. */
export const ACCESS_TOKEN = {
  algorithm: 'ES256',
  type: 'at+jwt',
  issuer: 'saathi',
  audience: 'saathi',
  /** Clocks may differ by this much. */
  clock_tolerance_seconds: 30,
} as const;

/** The claims of an access token. */
export interface AccessTokenClaims {
  /** The person. */
  readonly sub: string;
  /** The login (one device). */
  readonly sid: string;
  readonly iat: number;
  readonly exp: number;
  readonly jti: string;
}
