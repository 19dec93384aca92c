import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
} from '@nestjs/common';
import {
  AuthorizationError,
  connect,
  PermissionViolationError,
  type Msg,
  type NatsConnection,
  type Status,
  type Subscription,
} from '@nats-io/transport-node';
import { DomainError } from '@saathi/contracts';
import { ConfigError, Health, type BrokerConfig } from '@saathi/platform';
import { notLetIn, signInWith } from './sign-in.js';
import { inboxOf } from './subjects.js';

/** The one connection of a process to the broker. It reconnects for ever. */
@Injectable()
export class NatsLink implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger(NatsLink.name);
  private readonly lossListeners = new Set<() => void>();
  private readonly refusalListeners = new Set<(subject: string) => void>();
  /** What this process should hear and may not. */
  private readonly deaf = new Set<string>();
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
    void connection.closed().then((reason) => {
      if (reason instanceof Error) this.giveUp(reason);
    });
    health.add('nats', async () => {
      this.requireUp();
      await this.confirm();
    });
  }

  /** @throws ConfigError when the broker does not let this process in, or takes it for another app */
  static async open(app: string, config: BrokerConfig, health: Health): Promise<NatsLink> {
    const connection = await connect({
      ...signInWith(config),
      servers: config.NATS_URL.split(','),
      name: app,
      inboxPrefix: inboxOf(app),
      waitOnFirstConnect: true,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 100,
      reconnectJitter: 100,
      // Of one try to connect: a server that dies in the middle of it says nothing more.
      timeout: 2000,
      // A peer that went silent is noticed after two missed answers.
      pingInterval: 5000,
      maxPingOut: 2,
    }).catch((error: unknown) => {
      throw error instanceof AuthorizationError ? notLetIn(config, error) : error;
    });
    const link = new NatsLink(connection, app, health);
    const ownInbox = link.subscribe(`${inboxOf(app)}.>`, () => undefined);
    try {
      await link.confirm();
    } catch (cause) {
      await connection.close();
      throw new ConfigError([`NATS_NKEY_SEED: is not the one of ${app}`], { cause });
    }
    ownInbox.unsubscribe();
    return link;
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

  /** Takes what comes on a subject, shared with the others of a queue group if one is named. */
  subscribe(subject: string, take: (message: Msg) => void, queue?: string): Subscription {
    return this.connection.subscribe(subject, {
      ...(queue === undefined ? {} : { queue }),
      callback: (error, message) => {
        if (error === null) take(message);
        else this.deaf.add(subject);
      },
    });
  }

  /**
   * Resolves when the broker has taken every subscription so far.
   * @throws when it refuses one: the process would look well and never be reached
   */
  async confirm(): Promise<void> {
    await this.connection.flush();
    if (this.deaf.size > 0) {
      throw new Error(`the broker does not let ${this.app} hear ${[...this.deaf].join(', ')}`);
    }
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

  /** Hears on which subject the broker refused a message of this process: nobody will answer it. */
  onRefused(listener: (subject: string) => void): void {
    this.refusalListeners.add(listener);
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
    if (this.connection.isClosed()) return;
    // What is still to be handed to a broker that is away cannot be; waiting for it would change nothing.
    await this.connection.drain().catch(() => this.connection.close());
  }

  private async follow(statuses: AsyncIterable<Status>): Promise<void> {
    for await (const status of statuses) {
      if (status.type === 'disconnect') {
        this.markDown();
        for (const listener of this.lossListeners) listener();
        this.log.warn('broker connection lost');
      } else if (status.type === 'reconnect') {
        this.up = true;
        this.tellBack();
        this.log.log('broker connection back');
      } else if (status.type === 'error') {
        this.report(status.error);
      }
    }
  }

  private markDown(): void {
    if (!this.up) return;
    this.up = false;
    this.backAgain = new Promise((resolve) => (this.tellBack = resolve));
  }

  private report(error: Error): void {
    if (!(error instanceof PermissionViolationError)) {
      this.log.error('broker complains', {}, error);
      return;
    }
    const { operation, subject } = error;
    this.log.error('refused by the broker', { operation, subject });
    if (operation === 'publish') for (const listener of this.refusalListeners) listener(subject);
  }

  /** A key that is no longer accepted stays so until the process reads its settings again. */
  private giveUp(reason: Error): void {
    this.log.error('broker refuses this process, which ends to be started anew', {}, reason);
    process.kill(process.pid, 'SIGTERM');
  }
}
