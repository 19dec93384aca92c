import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ACCESS_TOKEN, type AccessTokenClaims, type JwksView } from '@saathi/contracts';
import { v7 as newId } from 'uuid';
import { AuthConfig } from '../auth.config.js';
import { currentKey, publishedKeys } from './signing-keys.js';

/** What a token is about. */
export interface TokenSubject {
  readonly subject: string;
  readonly login_id: string;
  readonly audience: AccessTokenClaims['aud'];
  readonly life_seconds: number;
}

/** Signs access tokens and shows the keys they are verified with. */
@Injectable()
export class AccessTokensService {
  constructor(
    private readonly jwt: JwtService,
    private readonly config: AuthConfig,
  ) {}

  async sign({ subject, login_id, audience, life_seconds }: TokenSubject): Promise<string> {
    const key = currentKey(this.config.JWT_KEYS, new Date());
    if (key?.private_key === undefined) throw new Error('No key of JWT_KEYS may sign now');
    return this.jwt.signAsync(
      { sid: login_id },
      {
        algorithm: ACCESS_TOKEN.algorithm,
        header: { alg: ACCESS_TOKEN.algorithm, typ: ACCESS_TOKEN.type, kid: key.kid },
        privateKey: key.private_key,
        issuer: ACCESS_TOKEN.issuer,
        audience,
        subject,
        jwtid: newId(),
        expiresIn: life_seconds,
      },
    );
  }

  jwks(): JwksView {
    return {
      keys: publishedKeys(this.config.JWT_KEYS, new Date()).map(({ kid, public_key }) => {
        const { x = '', y = '' } = public_key.export({ format: 'jwk' });
        return { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' };
      }),
    };
  }
}
