import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ACCESS_TOKEN, AccountClosedEvent, events, LoginRevokedEvent, parseDto } from '@saathi/contracts';
import { EventFeed, type FeedItem } from '@saathi/messaging';
import { GatewayConfig } from '../gateway.config.js';
import { OpenStreams } from '../http/open-streams.js';
import { Revocations } from '../http/revocations.js';
import { clientEvents } from './client-events.js';
import { UpdatesService } from './updates.service.js';

/** Hears every event, on every replica: shows them to open clients and shuts out ended logins. */
@Injectable()
export class UpdatesListener implements OnApplicationBootstrap {
  constructor(
    private readonly feed: EventFeed,
    private readonly updates: UpdatesService,
    private readonly revoked: Revocations,
    private readonly streams: OpenStreams,
    private readonly config: GatewayConfig,
  ) {}

  /** Reads on from the life of an access token ago, so that a fresh gateway knows what ended meanwhile. */
  async onApplicationBootstrap(): Promise<void> {
    const life = this.config.ACCESS_TTL_SECONDS + ACCESS_TOKEN.clock_tolerance_seconds;
    await this.feed.follow(new Date(Date.now() - life * 1000), (item) => {
      this.hear(item);
    });
  }

  private hear(item: FeedItem): void {
    if (item.subject === events.loginRevoked.subject) {
      const { login_id } = parseDto(LoginRevokedEvent, item.payload, 'drop');
      this.revoked.add(login_id);
      this.streams.endLogin(login_id);
    } else if (item.subject === events.accountClosed.subject) {
      const { user_id } = parseDto(AccountClosedEvent, item.payload, 'drop');
      this.revoked.add(user_id);
      this.streams.endPerson(user_id);
    } else if (clientEvents.some(({ subject }) => subject === item.subject)) {
      this.updates.show(item);
    }
  }
}
