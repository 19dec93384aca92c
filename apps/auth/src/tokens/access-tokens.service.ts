import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ACCESS_TOKEN, type JwksView } from '@saathi/contracts';
import { v7 as newId } from 'uuid';
import { AuthConfig } from '../auth.config.js';
import { currentKey, publishedKeys } from './signing-keys.js';

/** Signs access tokens and shows the keys they are verified with. */
@Injectable()
export class AccessTokensService {
  constructor(
    private readonly jwt: JwtService,
    private readonly config: AuthConfig,
  ) {}

  async sign(userId: string, loginId: string): Promise<string> {
    const key = currentKey(this.config.JWT_KEYS, new Date());
    if (key?.private_key === undefined) throw new Error('No key of JWT_KEYS may sign now');
    return this.jwt.signAsync(
      { sid: loginId },
      {
        algorithm: ACCESS_TOKEN.algorithm,
        header: { alg: ACCESS_TOKEN.algorithm, typ: ACCESS_TOKEN.type, kid: key.kid },
        privateKey: key.private_key,
        issuer: ACCESS_TOKEN.issuer,
        audience: ACCESS_TOKEN.audience,
        subject: userId,
        jwtid: newId(),
        expiresIn: this.config.ACCESS_TTL_SECONDS,
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
