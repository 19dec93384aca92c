import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fault } from '../fault.mjs';
import { withLock } from '../lock-file.mjs';
import { natsServerOf } from '../nats-server.mjs';
import { dataFolder } from '../places.mjs';
import { postgresServerOf } from '../postgres.mjs';
import { dataPlace } from '../postgres/elsewhere.mjs';
import { adoptProcess } from '../process/child.mjs';
import { othersRun } from './starts.mjs';

/**
 * Empties the data folder, but for a fetched nats-server and the notes of this start.
 * @param {import('../places.mjs').Places} places
 * @throws {Fault} while another start runs on the data
 */
export const reset = (places) =>
  withLock(places.serversLock, async () => {
    if (othersRun(places)) throw new Fault('Another start runs on these data: end it first');
    const data = dataPlace(places.postgres);
    const [postgres, nats] = [postgresServerOf(places.postgres), natsServerOf(places.nats)];
    if (postgres !== undefined)
      await adoptProcess(postgres.pid, data, { ask: 'SIGINT', insist: 'SIGQUIT' }).stop();
    if (nats !== undefined) await adoptProcess(nats.pid, places.nats).stop();
    rmSync(data, { recursive: true, force: true });
    const kept = [places.bin, places.serversLock].map((path) => basename(path)).concat('run', 'logs');
    for (const name of existsSync(dataFolder) ? readdirSync(dataFolder) : []) {
      if (!kept.includes(name)) rmSync(join(dataFolder, name), { recursive: true, force: true });
    }
  });
