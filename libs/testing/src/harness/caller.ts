import { NestFactory } from '@nestjs/core';
import { EventFeed, EventPublisher, MessagingModule, RpcClient, type FeedItem } from '@saathi/messaging';

/** Somebody who calls a service as the gateway does, and hears what it tells. */
export interface Caller {
  readonly rpc: RpcClient;
  /** Tells events as other services would. */
  readonly events: EventPublisher;
  readonly feed: EventFeed;
  /** Every event since the start, oldest first. */
  readonly told: readonly FeedItem[];
  readonly close: () => Promise<void>;
}

/**
 * Connects a caller. The services answer the gateway alone; without the gateway's key it is nobody in
 * particular, and may tell events as any service would.
 */
export const openCaller = async ({ NATS_URL }: { NATS_URL: string }): Promise<Caller> => {
  const application = await NestFactory.createApplicationContext(
    MessagingModule.forApp('gateway', { NATS_URL }),
    { logger: false },
  );
  const told: FeedItem[] = [];
  const feed = application.get(EventFeed);
  await feed.follow(new Date(), (item) => told.push(item));
  return {
    rpc: application.get(RpcClient),
    events: application.get(EventPublisher),
    feed,
    told,
    close: () => application.close(),
  };
};
