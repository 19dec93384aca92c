import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { EventFeed, type FeedItem } from '@saathi/messaging';
import type { CurrentUserClaims } from '../http/current-user.decorator.js';
import type { EventStream } from '../http/event-stream.js';
import { clientEvents } from './client-events.js';

interface OpenClient {
  readonly stream: EventStream;
  /** What comes while past events are still being told. */
  waiting: FeedItem[] | undefined;
  last: number;
}

const COME_BACK_MS = 1000;

/** The clients that keep an event stream open, by person. */
@Injectable()
export class UpdatesService implements BeforeApplicationShutdown {
  private readonly log = new Logger(UpdatesService.name);
  private readonly clients = new Map<string, Set<OpenClient>>();

  constructor(private readonly feed: EventFeed) {}

  /**
   * Shows a client what concerns its person from now on, after what it missed.
   * @param after the last event the client has, if it was here before
   */
  async open({ user_id }: CurrentUserClaims, stream: EventStream, after: number | undefined): Promise<void> {
    const client: OpenClient = {
      stream,
      waiting: after === undefined ? undefined : [],
      last: after ?? 0,
    };
    this.add(user_id, client);
    stream.retryAfter(COME_BACK_MS);
    if (after === undefined) return;
    const missed = await this.missedBy(client, user_id).catch((error: unknown) => {
      this.log.warn('past events could not be read', { user_id }, error);
    });
    if (missed === undefined) {
      // It comes back with the id it came with, and misses nothing.
      stream.end();
      return;
    }
    const waiting = client.waiting ?? [];
    client.waiting = undefined;
    for (const item of [...missed, ...waiting]) tell(client, item);
  }

  show(item: FeedItem): void {
    for (const client of this.clients.get(item.user_id) ?? []) {
      if (client.waiting === undefined) tell(client, item);
      else client.waiting.push(item);
    }
  }

  beforeApplicationShutdown(): void {
    for (const clients of this.clients.values()) for (const { stream } of clients) stream.end();
  }

  /** What a client missed. One whose last event is not in the stream was here before the broker began anew. */
  private async missedBy(client: OpenClient, userId: string): Promise<FeedItem[]> {
    if (client.last > (await this.feed.lastSeq())) client.last = 0;
    return client.last === 0 ? [] : this.feed.replay(userId, client.last, clientEvents);
  }

  private add(userId: string, client: OpenClient): void {
    const clients = this.clients.get(userId) ?? new Set();
    this.clients.set(userId, clients.add(client));
    client.stream.onEnd(() => {
      clients.delete(client);
      if (clients.size === 0) this.clients.delete(userId);
    });
  }
}

const tell = (client: OpenClient, { seq, subject, payload }: FeedItem): void => {
  if (seq <= client.last) return;
  client.last = seq;
  const { user_id: _, ...data } = payload;
  client.stream.send(seq, subject.slice('event.'.length), data);
};
