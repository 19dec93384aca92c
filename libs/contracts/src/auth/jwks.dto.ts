/** A public key that access tokens are verified with (RFC 7517). */
export class JsonWebKeyView {
  kty!: 'EC';
  crv!: 'P-256';
  x!: string;
  y!: string;
  kid!: string;
  alg!: 'ES256';
  use!: 'sig';
}

export class JwksView {
  keys!: JsonWebKeyView[];
}
