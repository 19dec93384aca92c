import type { QueryRunner } from 'typeorm';
import { callable, ownership, roleOf, type DatabaseApp } from './ownership.js';

const APPS: readonly DatabaseApp[] = ['auth', 'conversation', 'summary', 'billing'];

/**
 * Makes one role per application, gives each exactly its rights and takes all others away.
 * @returns whether the applications can work as their roles; false when the owner may not make roles
 */
export const applyOwnership = async (
  runner: QueryRunner,
  passwords: ReadonlyMap<string, string>,
): Promise<boolean> => {
  if (!(await makeRoles(runner))) return false;
  // In one step, so that applications at work never see themselves without a right.
  await runner.startTransaction();
  await runner.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  for (const app of APPS) {
    const role = roleOf(app);
    await runner.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`);
    await runner.query(`REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM ${role}`);
    await runner.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  }
  for (const grant of grants()) await runner.query(grant);
  for (const app of APPS) await allowLogin(runner, app, passwords.get(app));
  await runner.commitTransaction();
  return true;
};

const allowLogin = async (
  runner: QueryRunner,
  app: DatabaseApp,
  password: string | undefined,
): Promise<void> => {
  if (password === undefined) return;
  // ALTER ROLE takes no parameters; format() quotes what set_config() carried in.
  await runner.query(`SELECT set_config('saathi.password', $1, false)`, [password]);
  await runner.query(`DO $$ BEGIN
    EXECUTE format('ALTER ROLE ${roleOf(app)} LOGIN PASSWORD %L', current_setting('saathi.password'));
  END $$`);
  await runner.query(`SELECT set_config('saathi.password', '', false)`);
};

const grants = (): string[] => [
  ...Object.entries(ownership).flatMap(([table, apps]) =>
    APPS.flatMap((app) =>
      (apps[app] ?? []).map((right) => {
        const what = typeof right === 'string' ? right : `${right.verb} (${right.columns.join(', ')})`;
        return `GRANT ${what} ON ${table} TO ${roleOf(app)}`;
      }),
    ),
  ),
  ...Object.entries(callable).flatMap(([name, apps]) =>
    apps.map((app) => `GRANT EXECUTE ON FUNCTION ${name} TO ${roleOf(app)}`),
  ),
];

/**
 * Roles belong to the whole server, so another database of it may have made them, at this very
 * moment even. The owner must be a member of each to work as it.
 */
const makeRoles = async (runner: QueryRunner): Promise<boolean> => {
  for (const app of APPS) {
    const role = roleOf(app);
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
          CREATE ROLE ${role} NOLOGIN;
        END IF;
        IF NOT pg_has_role(current_user, '${role}', 'MEMBER') THEN
          EXECUTE format('GRANT ${role} TO %I', current_user);
        END IF;
      EXCEPTION
        WHEN insufficient_privilege OR duplicate_object OR unique_violation OR undefined_object THEN NULL;
      END $$`);
  }
  const usable = await runner.manager.query<{ usable: boolean }[]>(
    `SELECT count(*) = $1 AS usable FROM pg_roles
     WHERE rolname = ANY($2) AND pg_has_role(current_user, oid, 'MEMBER')`,
    [APPS.length, APPS.map(roleOf)],
  );
  return usable[0]?.usable ?? false;
};
