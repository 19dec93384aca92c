import { createServer } from 'node:net';

/**
 * A port of this machine that nobody listens on at this moment.
 * @returns {Promise<number>}
 */
export const freePort = async () => {
  const server = await listen(0, '127.0.0.1');
  const address = server.address();
  await close(server);
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  return address.port;
};

/**
 * Whether one may listen on a port, on every address of this machine.
 * @param {number} port
 */
export const isFree = async (port) => {
  // Some systems allow both a program on one address and another one on all of them.
  for (const host of ['127.0.0.1', undefined]) {
    try {
      await close(await listen(port, host));
    } catch {
      return false;
    }
  }
  return true;
};

/**
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<import('node:net').Server>}
 */
const listen = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => resolve(server));
  });

/** @param {import('node:net').Server} server */
const close = (server) => new Promise((resolve) => server.close(resolve));
