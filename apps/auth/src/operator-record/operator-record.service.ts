import { Injectable, Logger } from '@nestjs/common';
import {
  OperatorActionKind,
  pageOf,
  type ClientOrigin,
  type OperatorActionPage,
  type OperatorActionsRequest,
} from '@saathi/contracts';
import { OperatorRecordRepository } from './operator-record.repository.js';

/** What operators did: who, what, when and why. It is only ever added to. */
@Injectable()
export class OperatorRecord {
  private readonly log = new Logger(OperatorRecord.name);

  constructor(private readonly repository: OperatorRecordRepository) {}

  /** Writes down a wrong code for an address that may be no operator's. Returns at once. */
  addFailure(email: string, { client_ip }: ClientOrigin): void {
    this.repository
      .addByAddress(OperatorActionKind.SignInFailed, email, { client_ip })
      .catch((error: unknown) => {
        this.log.warn('operator action not kept', {}, error);
      });
  }

  async list(request: OperatorActionsRequest): Promise<OperatorActionPage> {
    return pageOf(
      await this.repository.list(request),
      request.limit,
      ({ created_at_text: _, created_at, ...action }) => ({
        ...action,
        created_at: created_at.toISOString(),
      }),
      ({ id, created_at_text }) => ({ at: created_at_text, id }),
    );
  }
}
