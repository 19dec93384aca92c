import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  pageOf,
  type ActorPageRequest,
  type ClientOrigin,
  type SecurityEventKind,
  type SecurityEventPage,
} from '@saathi/contracts';
import { SecurityLogRepository, type SecurityEvent } from './security-log.repository.js';

/**
 * What happened to an account, as a row for its owner and as a log line for the operator. The line has
 * ids alone; where somebody came from stands in the row.
 */
@Injectable()
export class SecurityLog implements BeforeApplicationShutdown {
  private readonly log = new Logger(SecurityLog.name);
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly repository: SecurityLogRepository) {}

  /** Returns at once: nobody waits for the log, and its failure is nobody's failure. */
  record(event: SecurityEvent): void {
    void this.recorded(event);
  }

  /** The same, for one who reads the log next. */
  recorded(event: SecurityEvent): Promise<void> {
    const { kind, user_id, login_id } = event;
    this.log.log('security event', { kind, user_id, login_id });
    return this.keep(this.repository.add(event));
  }

  /** The same about an address that may be nobody's. It takes no part in how long an answer takes. */
  recordByAddress(kind: SecurityEventKind, email: string, origin: ClientOrigin): void {
    void this.keep(
      this.repository.addByAddress(kind, email, origin).then((user_id) => {
        this.log.log('security event', { kind, user_id });
      }),
    );
  }

  async list(request: ActorPageRequest): Promise<SecurityEventPage> {
    return pageOf(
      await this.repository.list(request),
      request.limit,
      ({ id, kind, login_id, client_ip, user_agent, created_at }) => ({
        id,
        kind,
        login_id,
        client_ip,
        user_agent,
        created_at: created_at.toISOString(),
      }),
      ({ id, created_at_text }) => ({ at: created_at_text, id }),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private keep(work: Promise<void>): Promise<void> {
    const kept = work
      .catch((error: unknown) => {
        this.log.warn('security event not kept', {}, error);
      })
      .finally(() => this.underWay.delete(kept));
    this.underWay.add(kept);
    return kept;
  }
}
