import { Injectable } from '@nestjs/common';
import { decodeCursor, type OperatorActionKind, type OperatorActionsRequest } from '@saathi/contracts';
import { Database, statement, type Runner } from '@saathi/entities';
import { v7 as newId } from 'uuid';

/** Something an operator did. */
export interface OperatorAction {
  readonly kind: OperatorActionKind;
  readonly operator_id: string;
  readonly subject_id?: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, string>>;
}

export interface OperatorActionRow {
  readonly id: string;
  readonly operator_id: string;
  readonly operator_email: string;
  readonly kind: OperatorActionKind;
  readonly subject_id: string | null;
  readonly reason: string | null;
  readonly created_at: Date;
  readonly created_at_text: string;
}

const sql = {
  add: statement(
    'operator_record_add',
    `INSERT INTO operator_actions (id, operator_id, kind, subject_id, reason, details) VALUES ($1, $2, $3, $4, $5, $6)`,
  ),
  addByAddress: statement(
    'operator_record_add_by_address',
    `INSERT INTO operator_actions (id, operator_id, kind, details)
     SELECT $1, id, $3, $4 FROM operators WHERE email = $2 AND removed_at IS NULL`,
  ),
  list: statement<OperatorActionRow>(
    'operator_record_list',
    `SELECT a.id, a.operator_id, o.email AS operator_email, a.kind, a.subject_id, a.reason, a.created_at,
       a.created_at::text AS created_at_text
     FROM operator_actions a JOIN operators o ON o.id = a.operator_id
     WHERE $1::timestamptz IS NULL OR (a.created_at, a.id) < ($1, $2::uuid)
     ORDER BY a.created_at DESC, a.id DESC LIMIT $3`,
  ),
};

@Injectable()
export class OperatorRecordRepository {
  constructor(private readonly database: Database) {}

  /** Writes down a deed, in the transaction that does it. */
  async add(transaction: Runner, action: OperatorAction): Promise<void> {
    const { kind, operator_id, subject_id = null, reason = null, details = {} } = action;
    await transaction.rows(sql.add, [newId(), operator_id, kind, subject_id, reason, details]);
  }

  /** The same about an address, which may be nobody's. */
  async addByAddress(
    kind: OperatorActionKind,
    email: string,
    details: Readonly<Record<string, string>>,
  ): Promise<void> {
    await this.database.rows(sql.addByAddress, [newId(), email, kind, details]);
  }

  /** One more than asked for, so that the end of the list is known. */
  async list({ limit, cursor }: OperatorActionsRequest): Promise<OperatorActionRow[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.rows(sql.list, [after?.at ?? null, after?.id ?? null, limit + 1]);
  }
}
