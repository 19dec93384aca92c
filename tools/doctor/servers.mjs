import { existsSync } from 'node:fs';
import { isInstalled } from '../install.mjs';
import { installedNatsServer } from '../nats/find.mjs';
import { natsInfo } from '../nats/info.mjs';
import { accountFor } from '../postgres/account.mjs';
import { findBinaries } from '../postgres/binaries.mjs';
import { query } from '../postgres/connection.mjs';
import { fix, ok, reasonOf, warn } from './findings.mjs';

const MOST_SKEW_MS = 5000;
const ABOUT_POSTGRES = `SELECT current_setting('server_version') AS version, now() AS now,
  rolcreaterole OR rolsuper AS may_make_roles FROM pg_roles WHERE rolname = current_user`;

/**
 * Postgres: the one that is named, or the embedded one.
 * @param {{ databaseUrl: string | undefined, dataDir: string }} options
 */
export const checkPostgres = async ({ databaseUrl, dataDir }) => {
  if (!isInstalled()) return [warn('Postgres cannot be checked before the packages are installed')];
  if (databaseUrl) return checkNamedPostgres(databaseUrl);
  try {
    const account = accountFor(dataDir);
    const { version } = findBinaries(account);
    const as = account === undefined ? '' : `, as account ${account.uid} because it refuses to run as root`;
    return [ok(`the embedded Postgres ${version} runs here${as}`)];
  } catch (error) {
    return [fix(`Postgres: ${reasonOf(error)}`)];
  }
};

/** @param {string} url */
const checkNamedPostgres = async (url) => {
  try {
    const [row] = await query(url, ABOUT_POSTGRES);
    const skew = Math.abs(Date.now() - new Date(String(row?.['now'])).getTime());
    return [
      ok(`DATABASE_URL: Postgres ${row?.['version']} answers`),
      row?.['may_make_roles'] === true
        ? ok('its owner may make a role for each service')
        : warn('its owner may not make roles: every service works as the owner'),
      skew < MOST_SKEW_MS
        ? ok('its clock agrees')
        : warn(`its clock differs by ${Math.round(skew / 1000)} s`),
    ];
  } catch (error) {
    return [fix(`DATABASE_URL: ${reasonOf(error)}; start that Postgres, or unset DATABASE_URL`)];
  }
};

/**
 * NATS: the server that is named, or one that is here or can be fetched.
 * @param {{ natsUrl: string | undefined, binDir: string }} options
 */
export const checkNats = async ({ natsUrl, binDir }) => {
  if (natsUrl) return Promise.all(natsUrl.split(',').map(checkNamedNats));
  const server = await installedNatsServer(binDir);
  if (server !== undefined) return [ok(`nats-server ${server.version} at ${server.path}`)];
  return [
    existsSync('/usr/bin/apt-get')
      ? warn('nats-server is not here: npm start fetches it from the packages of this system')
      : fix('nats-server is not here: put it on the PATH (brew install nats-server), or set NATS_URL'),
  ];
};

/** @param {string} url */
const checkNamedNats = async (url) => {
  try {
    const { version, jetstream } = await natsInfo(url);
    return jetstream
      ? ok(`NATS_URL: nats-server ${version} with JetStream answers`)
      : fix(`NATS_URL: nats-server ${version} has no JetStream; start it with -js`);
  } catch (error) {
    return fix(`NATS_URL: ${reasonOf(error)}; start that server, or unset NATS_URL`);
  }
};
