import { Injectable } from '@nestjs/common';
import {
  DomainError,
  REQUIRED_PURPOSES,
  SecurityEventKind,
  type ChangeConsentRequest,
  type ConsentListView,
} from '@saathi/contracts';
import { SecurityLog } from '../security-log/security-log.service.js';
import { ConsentsRepository } from './consents.repository.js';

/** What a person agreed to. Taking a consent back is as easy as giving it. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly consents: ConsentsRepository,
    private readonly securityLog: SecurityLog,
  ) {}

  async list(userId: string): Promise<ConsentListView> {
    const rows = await this.consents.list(userId);
    return {
      items: rows.map(({ given_at, withdrawn_at, ...row }) => ({
        ...row,
        given_at: given_at.toISOString(),
        withdrawn_at: withdrawn_at?.toISOString() ?? null,
      })),
    };
  }

  /** @throws DomainError `forbidden` for what the service cannot do without */
  async change({ user_id, login_id, purpose, given }: ChangeConsentRequest): Promise<ConsentListView> {
    if (!given && REQUIRED_PURPOSES.includes(purpose)) {
      throw new DomainError(
        'forbidden',
        'Saathi cannot work without this. To take it back, delete the account: DELETE /v1/me.',
      );
    }
    const changed = given
      ? await this.consents.give(user_id, purpose)
      : await this.consents.withdraw(user_id, purpose);
    const kind = given ? SecurityEventKind.ConsentGiven : SecurityEventKind.ConsentWithdrawn;
    if (changed) this.securityLog.record({ kind, user_id, login_id });
    return this.list(user_id);
  }
}
