import { Injectable } from '@nestjs/common';
import { OperatorActionKind, type ClientOrigin, type OperatorView } from '@saathi/contracts';
import { Database, statement, type Statement } from '@saathi/entities';
import { v7 as newId } from 'uuid';
import { OperatorRecordRepository } from '../operator-record/operator-record.repository.js';
import type { ProvenAddress } from '../otp/otp.service.js';
import { SignInRepository } from '../sign-in/sign-in.repository.js';

/** Who is an operator is decided by whoever runs the service, and by nobody over HTTP. */
const BY_COMMAND = 'on the command line';

const sql = {
  findByEmail: statement<OperatorView>(
    'operators_find_by_email',
    `SELECT id, email FROM operators WHERE email = $1 AND removed_at IS NULL`,
  ),
  add: statement<OperatorView>(
    'operators_add',
    `INSERT INTO operators (id, email) VALUES ($1, $2)
     ON CONFLICT (email) WHERE removed_at IS NULL DO NOTHING RETURNING id, email`,
  ),
  remove: statement<OperatorView>(
    'operators_remove',
    `UPDATE operators SET removed_at = clock_timestamp() WHERE email = $1 AND removed_at IS NULL RETURNING id, email`,
  ),
  list: statement<OperatorView>(
    'operators_list',
    `SELECT id, email FROM operators WHERE removed_at IS NULL ORDER BY added_at`,
  ),
  openLogin: statement(
    'operators_open_login',
    `INSERT INTO operator_logins (id, operator_id, client_ip, user_agent, expires_at)
     VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))`,
  ),
  endLogin: statement<{ id: string }>(
    'operators_end_login',
    `UPDATE operator_logins SET ended_at = clock_timestamp()
     WHERE id = $2 AND operator_id = $1 AND ended_at IS NULL RETURNING id`,
  ),
  findSignedIn: statement<OperatorView>(
    'operators_find_signed_in',
    `SELECT o.id, o.email FROM operator_logins l JOIN operators o ON o.id = l.operator_id
     WHERE l.id = $2 AND o.id = $1 AND o.removed_at IS NULL AND l.ended_at IS NULL AND l.expires_at > clock_timestamp()`,
  ),
};

/** Operators and where they are signed in. Whatever changes is written down in the same transaction. */
@Injectable()
export class OperatorsRepository {
  constructor(
    private readonly database: Database,
    private readonly challenges: SignInRepository,
    private readonly record: OperatorRecordRepository,
  ) {}

  async findByEmail(email: string): Promise<OperatorView | undefined> {
    return this.database.row(sql.findByEmail, [email]);
  }

  async list(): Promise<OperatorView[]> {
    return this.database.rows(sql.list);
  }

  /** @returns undefined when there is one of this address already */
  async add(email: string): Promise<OperatorView | undefined> {
    return this.decide(sql.add, [newId(), email], OperatorActionKind.OperatorAdded);
  }

  /** @returns undefined when there is none of this address */
  async remove(email: string): Promise<OperatorView | undefined> {
    return this.decide(sql.remove, [email], OperatorActionKind.OperatorRemoved);
  }

  /**
   * Uses up a code and opens a login for the operator of its address.
   * @returns undefined when the code was used already, or the address is no operator's
   */
  async signIn(
    proven: ProvenAddress,
    { client_ip, user_agent }: ClientOrigin,
    lifeSeconds: number,
  ): Promise<{ operator: OperatorView; login_id: string } | undefined> {
    return this.database.transaction(async (transaction) => {
      const isFirst = await this.challenges.consume(transaction, proven);
      const operator = isFirst ? await transaction.row(sql.findByEmail, [proven.email]) : undefined;
      if (operator === undefined) return undefined;
      const login_id = newId();
      const values = [login_id, operator.id, client_ip, user_agent ?? null, lifeSeconds];
      await transaction.rows(sql.openLogin, values);
      const kind = OperatorActionKind.SignedIn;
      await this.record.add(transaction, { kind, operator_id: operator.id, details: { client_ip } });
      return { operator, login_id };
    });
  }

  /** Ends a login. Ending it twice is no error. */
  async signOut(operator_id: string, loginId: string): Promise<void> {
    await this.database.transaction(async (transaction) => {
      if ((await transaction.row(sql.endLogin, [operator_id, loginId])) === undefined) return;
      await this.record.add(transaction, { kind: OperatorActionKind.SignedOut, operator_id });
    });
  }

  /** The operator of a login that is still good. */
  async findSignedIn(operatorId: string, loginId: string): Promise<OperatorView | undefined> {
    return this.database.row(sql.findSignedIn, [operatorId, loginId]);
  }

  private decide(
    change: Statement<OperatorView>,
    values: readonly string[],
    kind: OperatorActionKind,
  ): Promise<OperatorView | undefined> {
    return this.database.transaction(async (transaction) => {
      const operator = await transaction.row(change, values);
      if (operator === undefined) return undefined;
      const { id } = operator;
      await this.record.add(transaction, { kind, operator_id: id, subject_id: id, reason: BY_COMMAND });
      return operator;
    });
  }
}
