import { setTimeout as pause } from 'node:timers/promises';
import { APPS } from './ground.mjs';

/**
 * Something that goes wrong, and is right again when `happen` ends. `back`: called when what was away is there again.
 * @typedef {{ readonly name: string, readonly happen: (ground: import('./ground.mjs').Ground, back: () => void) => Promise<void> }} Fault
 */

/**
 * What was shown of a reply in its last second is known to the gateway alone, until the lease of its maker is over:
 * both killed within that time lose it, so they are not.
 */
const LEASE_MS = 8000;

/** @type {readonly Fault[]} */
const KILLS = APPS.map((app) => ({
  name: `kill -9 ${app}`,
  happen: async (ground, back) => {
    ground.killApp(app);
    await pause(100);
    await ground.untilReady();
    back();
    if (app === 'conversation') await pause(LEASE_MS);
  },
}));

const AT_THE_MODEL = ['silence_after', 'cut', 'reset', 'error_500', 'hang'];

/** @type {readonly Fault[]} */
const MODEL = AT_THE_MODEL.map((mode) => ({
  name: `model: ${mode}`,
  happen: async (ground, back) => {
    const fault = { mode, times: 3, match: 'chat', ...(mode === 'silence_after' ? { tokens: 5 } : {}) };
    await fetch(`${ground.model}/__faults`, { method: 'POST', body: JSON.stringify(fault) });
    back();
  },
}));

/** @param {number} seconds @returns {Fault} */
export const natsAway = (seconds) => ({
  name: `NATS away for ${seconds} s`,
  happen: async (ground, back) => {
    await ground.killNats();
    await pause(seconds * 1000);
    await ground.startNats();
    back();
  },
});

/** @type {Fault} */
export const postgresKilled = {
  name: 'kill -9 Postgres',
  happen: async (ground, back) => {
    await ground.killPostgres();
    await ground.startPostgres();
    back();
  },
};

/** @type {Fault} */
export const postgresRestarted = {
  name: 'Postgres restarted',
  happen: async (ground, back) => {
    await ground.stopPostgres();
    await ground.startPostgres();
    back();
  },
};

/** Each once, the hardest first. @param {{ away: number }} options `away`: seconds without a broker */
export const everyFault = ({ away }) => [
  postgresKilled,
  natsAway(away),
  postgresRestarted,
  ...KILLS,
  ...MODEL,
];
