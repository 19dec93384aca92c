import { connect, nkeyAuthenticator, PermissionViolationError } from '@nats-io/transport-node';
import type { BrokerConfig } from '@saathi/platform';
import { setImmediate } from 'node:timers/promises';

/** Tries subjects under one key, and says which of them the broker allows. */
export class Probe {
  private constructor(
    private readonly connection: Awaited<ReturnType<typeof connect>>,
    private readonly refused = new Set<string>(),
  ) {
    void this.follow();
  }

  static async open({ NATS_URL, NATS_NKEY_SEED = '' }: BrokerConfig): Promise<Probe> {
    const authenticator = nkeyAuthenticator(new TextEncoder().encode(NATS_NKEY_SEED));
    return new Probe(await connect({ servers: NATS_URL, authenticator }));
  }

  async publishable(subjects: readonly string[]): Promise<string[]> {
    for (const subject of subjects) this.connection.publish(subject);
    return this.allowed('publish', subjects);
  }

  async hearable(subjects: readonly string[]): Promise<string[]> {
    const opened = subjects.map((subject) =>
      this.connection.subscribe(subject, { callback: () => undefined }),
    );
    const allowed = await this.allowed('subscription', subjects);
    for (const subscription of opened) subscription.unsubscribe();
    return allowed;
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private async allowed(operation: string, subjects: readonly string[]): Promise<string[]> {
    await this.connection.flush();
    await setImmediate();
    return subjects.filter((subject) => !this.refused.has(`${operation} ${subject}`));
  }

  private async follow(): Promise<void> {
    for await (const status of this.connection.status()) {
      if (status.type === 'error' && status.error instanceof PermissionViolationError) {
        this.refused.add(`${status.error.operation} ${status.error.subject}`);
      }
    }
  }
}
