import { Injectable } from '@nestjs/common';
import { NOTICE_VERSION, type ConsentPurpose } from '@saathi/contracts';
import { Database, statement } from '@saathi/entities';

export interface ConsentRow {
  readonly purpose: ConsentPurpose;
  readonly notice_version: string;
  readonly locale: string;
  readonly given_at: Date;
  readonly withdrawn_at: Date | null;
}

const sql = {
  list: statement<ConsentRow>(
    'consents_list',
    `SELECT purpose, notice_version, locale, given_at, withdrawn_at FROM consents
     WHERE user_id = $1 ORDER BY given_at DESC, id DESC`,
  ),
  // Given again under a newer notice, it counts as a new one; twice under the same it is one.
  give: statement<{ id: string }>(
    'consents_give',
    `INSERT INTO consents (user_id, purpose, notice_version, locale)
     SELECT id, $2, $3, coalesce(locale, 'hi-IN') FROM users WHERE id = $1
     ON CONFLICT (user_id, purpose) WHERE withdrawn_at IS NULL DO NOTHING RETURNING id`,
  ),
  withdraw: statement<{ id: string }>(
    'consents_withdraw',
    `UPDATE consents SET withdrawn_at = clock_timestamp()
     WHERE user_id = $1 AND purpose = $2 AND withdrawn_at IS NULL RETURNING id`,
  ),
};

@Injectable()
export class ConsentsRepository {
  constructor(private readonly database: Database) {}

  async list(userId: string): Promise<ConsentRow[]> {
    return this.database.rows(sql.list, [userId]);
  }

  /** @returns false when it was in force already */
  async give(userId: string, purpose: ConsentPurpose): Promise<boolean> {
    return (await this.database.row(sql.give, [userId, purpose, NOTICE_VERSION])) !== undefined;
  }

  /** @returns false when it was not in force */
  async withdraw(userId: string, purpose: ConsentPurpose): Promise<boolean> {
    return (await this.database.row(sql.withdraw, [userId, purpose])) !== undefined;
  }
}
