import { ACCESS_TOKEN, type JwksView } from '@saathi/contracts';
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';

/** What an access token shall be different in. */
export interface TokenWish {
  readonly header?: object;
  readonly claims?: object;
}

/** Makes access tokens as the auth service does, and such as it would not make. */
export class TokenMint {
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  /** @param kid the id under which the key is published */
  constructor(private readonly kid = 'test') {}

  get publicPem(): string {
    return this.pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  get jwks(): JwksView {
    const { x = '', y = '' } = this.pair.publicKey.export({ format: 'jwk' });
    return { keys: [{ kty: 'EC', crv: 'P-256', x, y, kid: this.kid, alg: 'ES256', use: 'sig' }] };
  }

  /** A token that is good unless the wish makes it otherwise. */
  token(wish: TokenWish = {}): string {
    const unsigned = this.unsigned(wish);
    const key = { key: this.pair.privateKey, dsaEncoding: 'ieee-p1363' } as const;
    return `${unsigned}.${sign('sha256', Buffer.from(unsigned), key).toString('base64url')}`;
  }

  /** Its first two parts. */
  unsigned({ header = {}, claims = {} }: TokenWish = {}): string {
    const iat = Math.floor(Date.now() / 1000);
    return [
      { alg: ACCESS_TOKEN.algorithm, typ: ACCESS_TOKEN.type, kid: this.kid, ...header },
      {
        iss: ACCESS_TOKEN.issuer,
        aud: ACCESS_TOKEN.audience,
        sub: randomUUID(),
        sid: randomUUID(),
        iat,
        exp: iat + 900,
        jti: randomUUID(),
        ...claims,
      },
    ]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
  }
}
