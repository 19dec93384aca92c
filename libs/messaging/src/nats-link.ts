import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { connect, type NatsConnection, type Status } from '@nats-io/transport-node';
import { DomainError } from '@saathi/contracts';
import { Health } from '@saathi/platform';

/** The one connection of a process to the broker. It reconnects for ever. */
@Injectable()
export class NatsLink implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger(NatsLink.name);
  private readonly lossListeners = new Set<() => void>();
  private up = true;
  private backAgain = Promise.resolve();
  private tellBack: () => void = () => undefined;

  private constructor(
    readonly connection: NatsConnection,
    /** Name of the application, which is also its queue group and the prefix of its consumers. */
    readonly app: string,
    private readonly health: Health,
  ) {
    void this.follow(connection.status());
    health.add('nats', async () => {
      this.requireUp();
      await connection.flush();
    });
  }

  static async open(app: string, servers: string, health: Health): Promise<NatsLink> {
    const connection = await connect({
      servers: servers.split(','),
      name: app,
      inboxPrefix: `_INBOX_${app}`,
      waitOnFirstConnect: true,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 250,
      reconnectJitter: 100,
      // Of one try to connect: a server that dies in the middle of it says nothing more.
      timeout: 2000,
      // A peer that went silent is noticed after two missed answers.
      pingInterval: 5000,
      maxPingOut: 2,
    });
    return new NatsLink(connection, app, health);
  }

  /**
   * The connection, if it can be used now.
   * @throws DomainError `service_unavailable` at once while the broker is away, instead of queueing
   */
  requireUp(): NatsConnection {
    if (!this.up || this.connection.isClosed()) {
      throw new DomainError('service_unavailable', 'The service is reconnecting; try again in a moment.', {
        retry_after: 1,
      });
    }
    return this.connection;
  }

  /**
   * Resolves when the connection can be used: at once, or when it is back. Whatever is asked in between
   * is lost and noticed by its time limit alone.
   */
  async whenUp(): Promise<void> {
    await this.backAgain;
  }

  /**
   * Hears when the connection is lost: what was asked before will not be answered, and a stream under
   * way would have a gap.
   * @returns a function that ends the listening
   */
  onLost(listener: () => void): () => unknown {
    this.lossListeners.add(listener);
    return () => this.lossListeners.delete(listener);
  }

  /** Waits for an answer, but no longer than the connection that was asked over lasts. */
  async unlessLost<T>(asked: Promise<T>): Promise<T> {
    let leave = (): unknown => undefined;
    const lost = new Promise<never>((_, reject) => {
      leave = this.onLost(() => {
        reject(new Error('the connection to the broker was lost'));
      });
    });
    try {
      return await Promise.race([asked, lost]);
    } finally {
      leave();
    }
  }

  beforeApplicationShutdown(): void {
    this.health.leave();
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.connection.isClosed()) await this.connection.drain();
  }

  private async follow(statuses: AsyncIterable<Status>): Promise<void> {
    for await (const { type } of statuses) {
      if (type === 'disconnect') {
        this.markDown();
        for (const listener of this.lossListeners) listener();
        this.log.warn('broker connection lost');
      } else if (type === 'reconnect') {
        this.up = true;
        this.tellBack();
        this.log.log('broker connection back');
      }
    }
  }

  private markDown(): void {
    if (!this.up) return;
    this.up = false;
    this.backAgain = new Promise((resolve) => (this.tellBack = resolve));
  }
}
