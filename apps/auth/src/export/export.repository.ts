import { Injectable } from '@nestjs/common';
import { Database, PERSON, personalRows, personalTable, type PersonalRows } from '@saathi/entities';

const BY_ADDRESS = `email = (SELECT email FROM users WHERE id = ${PERSON})`;

const TABLES = [
  personalTable('users', { where: `id = ${PERSON}`, order: 'id' }),
  personalTable('consents', { order: 'given_at, id' }),
  personalTable('logins', { order: 'created_at, id', without: ['salt'] }),
  personalTable('refresh_tokens', {
    where: `login_id IN (SELECT id FROM logins WHERE user_id = ${PERSON})`,
    order: 'created_at, token_hash',
    without: ['token_hash'],
  }),
  personalTable('security_events', { order: 'created_at, id' }),
  personalTable('otp_challenges', { where: BY_ADDRESS, order: 'created_at, id' }),
  personalTable('otp_logins', { where: BY_ADDRESS, order: 'created_at, id', without: ['otp'] }),
  personalTable('registrations', {
    where: BY_ADDRESS,
    order: 'created_at, token_hash',
    without: ['token_hash'],
  }),
  personalTable('otp_address_failures', { where: BY_ADDRESS, order: 'email' }),
];

/** What the auth service holds about a person. */
@Injectable()
export class ExportRepository {
  constructor(private readonly database: Database) {}

  rows(userId: string, signal: AbortSignal): AsyncIterable<PersonalRows> {
    return personalRows(this.database, TABLES, userId, signal);
  }
}
