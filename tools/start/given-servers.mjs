import { Fault } from '../fault.mjs';
import { natsInfo } from '../nats/info.mjs';
import { query } from '../postgres/connection.mjs';

/**
 * Makes sure that the Postgres which was named can be used.
 * @param {string} databaseUrl
 * @throws {Fault}
 */
export const checkDatabase = async (databaseUrl) => {
  try {
    await query(databaseUrl, 'SELECT 1');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Fault(`DATABASE_URL: the database cannot be used: ${reason}`, { cause: error });
  }
};

/**
 * Makes sure that the NATS server which was named can be used. One behind TLS is left to the applications.
 * @param {string} natsUrl one address, or several with commas
 * @throws {Fault} when none of them answers, or without JetStream
 */
export const checkNats = async (natsUrl) => {
  const urls = natsUrl.split(',').filter((url) => url.startsWith('nats://'));
  if (urls.length === 0) return;
  const answers = await Promise.allSettled(urls.map((url) => natsInfo(url)));
  const infos = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  if (infos.length === 0)
    throw new Fault(`NATS_URL: no NATS server answers at ${urls.map(hostOf).join(', ')}`);
  if (!infos.some(({ jetstream }) => jetstream)) {
    throw new Fault('NATS_URL: the server has no JetStream; start it with -js');
  }
};

/**
 * An address without user and password.
 * @param {string} url
 */
export const hostOf = (url) => new URL(url).host;
