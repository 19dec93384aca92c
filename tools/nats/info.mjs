import { connect } from 'node:net';

/**
 * What a NATS server says about itself when it is greeted.
 * @typedef {{ readonly version: string, readonly jetstream: boolean }} NatsInfo
 */

/**
 * Reads a server's greeting.
 * @param {string} url such as `nats://127.0.0.1:4222`
 * @returns {Promise<NatsInfo>}
 * @throws when nothing answers there within the limit, or something that is no NATS server
 */
export const natsInfo = (url, limitMs = 2000) =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port || 4222) });
    socket.setTimeout(limitMs, () => socket.destroy(new Error('no answer')));
    let greeting = '';
    socket.setEncoding('utf8').on('data', (text) => {
      greeting += text;
      if (!greeting.includes('\n')) return;
      socket.destroy();
      try {
        resolve(infoIn(greeting));
      } catch {
        reject(new Error('no NATS server'));
      }
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the connection was closed')));
  });

/**
 * @param {string} greeting
 * @returns {NatsInfo}
 */
const infoIn = (greeting) => {
  const { version, jetstream = false } = JSON.parse(greeting.slice('INFO '.length));
  return { version: String(version), jetstream: jetstream === true };
};
