import type { OperatorActionKind } from '@saathi/contracts';
import { statement, type Runner } from '@saathi/entities';
import { v7 as newId } from 'uuid';

/** Who does something, and why. */
export interface Deed {
  readonly operator_id: string;
  readonly reason: string;
}

const add = statement(
  'operator_record_add',
  `INSERT INTO operator_actions (id, operator_id, kind, subject_id, reason, details) VALUES ($1, $2, $3, $4, $5, $6)`,
);

/** Writes down what an operator does, in the transaction that does it: neither is there without the other. */
export const recordOperatorAction = async (
  transaction: Runner,
  kind: OperatorActionKind,
  { operator_id, reason }: Deed,
  subjectId: string,
  details: Readonly<Record<string, string>> = {},
): Promise<void> => {
  await transaction.rows(add, [newId(), operator_id, kind, subjectId, reason, details]);
};
