import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Health, OperationsServer, type BrokerConfig } from '@saathi/platform';
import { EventFeed } from './event-feed.js';
import { EventPublisher } from './event-publisher.js';
import { MessagingServer } from './messaging.server.js';
import { NatsLink } from './nats-link.js';
import { RpcClient } from './rpc.client.js';
import { SharedCounts } from './shared-counts.js';

/** The broker for one application: asking, answering, telling and hearing. */
@Global()
@Module({})
export class MessagingModule {
  /** @param app the name of the application, its queue group and the prefix of its consumers */
  static forApp(app: string, config: BrokerConfig): DynamicModule {
    return {
      module: MessagingModule,
      providers: [
        Health,
        OperationsServer,
        {
          provide: NatsLink,
          inject: [Health],
          useFactory: (health: Health) => NatsLink.open(app, config, health),
        },
        {
          provide: MessagingServer,
          inject: [NatsLink, EventPublisher, Health],
          useFactory: (link: NatsLink, publisher: EventPublisher, health: Health) =>
            new MessagingServer(link, publisher, health),
        },
        RpcClient,
        EventPublisher,
        EventFeed,
        SharedCounts,
      ],
      exports: [
        Health,
        OperationsServer,
        NatsLink,
        RpcClient,
        EventPublisher,
        EventFeed,
        SharedCounts,
        MessagingServer,
      ],
    };
  }
}
