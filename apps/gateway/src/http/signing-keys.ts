import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { authRpc, type JsonWebKeyView } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Health, PeriodicTask } from '@saathi/platform';
import { createPublicKey } from 'node:crypto';

const REFRESH_MS = 600_000;
/** An unknown key id may ask for the keys again this often; a flood of them asks no more. */
const ASK_AGAIN_MS = 1000;

/** The public keys of the access tokens, kept from the auth service, which need not be up all the time. */
@Injectable()
export class SigningKeys implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(SigningKeys.name);
  private keys: ReadonlyMap<string, string> = new Map();
  private askedAt = 0;
  private asking: Promise<void> | undefined;
  private readonly refreshing = new PeriodicTask('fetch signing keys', REFRESH_MS, () => this.fetch());

  constructor(
    private readonly rpc: RpcClient,
    health: Health,
  ) {
    health.add('signing_keys', () => (this.keys.size > 0 ? Promise.resolve() : this.fetch()));
  }

  onApplicationBootstrap(): void {
    this.refreshing.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.refreshing.stop();
  }

  /**
   * The key of this id as PEM, or undefined.
   * @throws DomainError `service_unavailable` while no key could be had yet
   */
  async find(kid: string): Promise<string | undefined> {
    const known = this.keys.get(kid);
    if (known !== undefined) return known;
    if (this.keys.size === 0) await this.fetch();
    else if (this.asking !== undefined || Date.now() - this.askedAt > ASK_AGAIN_MS)
      await this.askAgain().catch(() => undefined);
    return this.keys.get(kid);
  }

  /** One question serves all who wait for the same answer. */
  private async askAgain(): Promise<void> {
    this.asking ??= this.fetch().finally(() => (this.asking = undefined));
    await this.asking;
  }

  private async fetch(): Promise<void> {
    this.askedAt = Date.now();
    const { keys } = await this.rpc.call(authRpc.getJwks, {});
    this.keys = new Map(keys.map((key) => [key.kid, toPem(key)]));
    this.log.debug('signing keys fetched', { keys: keys.length });
  }
}

const toPem = (key: JsonWebKeyView): string =>
  createPublicKey({ key: { ...key }, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString();
