import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from '../../tools/build.mjs';
import { findNatsServer, startNatsServer } from '../../tools/nats-server.mjs';
import { accessFor } from '../../tools/nats/access.mjs';
import { placesFor, root } from '../../tools/places.mjs';
import { startPostgres } from '../../tools/postgres.mjs';
import { makeSecrets } from '../../tools/secrets.mjs';
import { seedVariableOf } from '../../tools/settings/nats-seeds.mjs';

/** @typedef {'gateway' | 'auth' | 'conversation' | 'summary' | 'billing'} App */

/** @type {readonly App[]} */
export const APPS = ['gateway', 'auth', 'conversation', 'summary', 'billing'];
const START_LIMIT_MS = 120_000;
const RETRY_MS = 50;
const PASSWORD = 'faults';

/**
 * Everything, started by the command that a person uses, with a Postgres and a broker that can be taken away.
 * @param {{ say: (line: string) => void }} options
 */
export const startGround = async ({ say }) => {
  await build({ say });
  const folder = mkdtempSync(join(tmpdir(), 'saathi-faults-'));
  const secrets = makeSecrets(new Date());
  const dataDir = join(folder, 'postgres');
  let postgres = await startPostgres({ dataDir, port: 0, password: PASSWORD });
  const broker = {
    bin: await findNatsServer({ binDir: placesFor(0).bin, say }),
    storeDir: join(folder, 'nats'),
    access: await accessFor(secrets.nats_seeds, { anonymous: false }),
  };
  let nats = await startNatsServer({ ...broker, port: 0 });
  const port = 21_000 + Math.floor(Math.random() * 9000);
  const log = openSync(join(folder, 'start.log'), 'a');
  const starter = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: postgres.url,
      NATS_URL: nats.url,
      ...Object.fromEntries(APPS.map((app) => [seedVariableOf(app), secrets.nats_seeds[app] ?? ''])),
      STAND_IN_FIRST_TOKEN_MS: '60',
      // Replies take a second or two, so that there is always one to break.
      STAND_IN_TOKEN_MS: '40',
      SWEEP_INTERVAL_SECONDS: '2',
      RECONCILE_INTERVAL_SECONDS: '2',
      RATE_LIMIT_PER_MINUTE: '1000000',
      OTP_PER_IP_HOUR: '1000000',
      FREE_MESSAGES: '1000000',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => (await fetch(`${url}/health/ready`).catch(() => undefined))?.status === 200;
  /** @param {() => boolean | Promise<boolean>} isSo @param {string} what */
  const until = async (isSo, what) => {
    for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; await pause(RETRY_MS))
      if (await isSo()) return;
    throw new Error(`${what} took longer than two minutes; see ${folder}`);
  };

  /** @param {App} app @returns {number | undefined} */
  const pidOf = (app) => {
    const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(starter.pid)], {
      encoding: 'utf8',
    });
    const line = children.split('\n').find((child) => child.includes(`dist/apps/${app}/`));
    return line === undefined ? undefined : Number.parseInt(line, 10);
  };

  /** Takes Postgres back where it was; a killed one may leave children that hold its memory a moment longer. */
  const startPostgresAgain = async () => {
    for (const end = Date.now() + START_LIMIT_MS; ; await pause(RETRY_MS)) {
      try {
        postgres = await startPostgres({ dataDir, port: postgres.port, password: PASSWORD });
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  };

  const stop = async () => {
    if (starter.exitCode === null) {
      const ended = new Promise((resolve) => starter.once('exit', resolve));
      starter.kill('SIGTERM');
      await ended;
    }
    await Promise.all([nats.stop(), postgres.stop()]);
  };
  process.once('exit', () => {
    starter.kill('SIGTERM');
    nats.kill();
    postgres.kill();
  });

  await until(() => {
    if (starter.exitCode !== null) throw new Error(`npm start ended; see ${folder}/start.log`);
    return ready();
  }, 'the start');

  return {
    folder,
    url,
    database: postgres.url,
    logs: placesFor(port).logs,
    model: `http://127.0.0.1:${port + 11}`,
    inbox: `http://127.0.0.1:${port + 14}`,
    ready,
    /** Kills a process of ours as a crash would; it comes back by itself. @param {App} app */
    killApp: (app) => {
      const pid = pidOf(app);
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    },
    killPostgres: async () => {
      process.kill(postgres.pid, 'SIGKILL');
      await postgres.exited;
    },
    stopPostgres: () => postgres.stop(),
    startPostgres: startPostgresAgain,
    killNats: async () => {
      process.kill(nats.pid, 'SIGKILL');
      await nats.exited;
    },
    startNats: async () => {
      nats = await startNatsServer({ ...broker, port: nats.port });
    },
    /** Waits until everything works again. */
    untilReady: () => until(ready, 'getting ready'),
    stop,
    /** Forgets everything; not after a failure. */
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** @typedef {Awaited<ReturnType<typeof startGround>>} Ground */
