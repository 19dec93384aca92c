import { eventually, TestDatabase, TestNats } from '@saathi/testing';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFree } from '../../tools/free-port.mjs';
import { placesFor } from '../../tools/places.mjs';

const APPS = ['gateway', 'auth', 'conversation', 'summary', 'billing'] as const;
export type App = (typeof APPS)[number];

const START_LIMIT_MS = 60_000;
/** How many ports in a row `npm start` takes. */
const PORTS = 17;

/** Everything, started by the command that a person uses, on a database and a broker of its own. */
export class Stack {
  private constructor(
    readonly port: number,
    readonly database: TestDatabase,
    private readonly nats: TestNats,
    private readonly starter: ChildProcess,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<Stack> {
    const [database, nats, port] = await Promise.all([
      TestDatabase.create(),
      TestNats.start({ anonymous: false }),
      freePorts(),
    ]);
    const starter = spawn(process.execPath, ['tools/start.mjs'], {
      env: {
        ...process.env,
        PORT: String(port),
        DATABASE_URL: database.url,
        ...nats.starterEnvironment,
        STAND_IN_TOKEN_MS: '2',
        STAND_IN_FIRST_TOKEN_MS: '5',
        SWEEP_INTERVAL_SECONDS: '1',
        RECONCILE_INTERVAL_SECONDS: '1',
        // Tests are quicker than people.
        RATE_LIMIT_PER_MINUTE: '100000',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    for (const pipe of [starter.stdout, starter.stderr]) pipe.on('data', (text) => said.push(String(text)));
    const stack = new Stack(port, database, nats, starter);
    await eventually(async () => {
      if (starter.exitCode !== null) throw new Error(`npm start ended:\n${said.join('')}`);
      if ((await fetch(`${stack.url}/health/ready`)).status !== 200) throw new Error(said.join(''));
    }, START_LIMIT_MS);
    return stack;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Where the stand-ins are. */
  get voice(): string {
    return `http://127.0.0.1:${String(this.port + 10)}`;
  }

  get model(): string {
    return `http://127.0.0.1:${String(this.port + 11)}`;
  }

  get cashfree(): string {
    return `http://127.0.0.1:${String(this.port + 12)}`;
  }

  get inbox(): string {
    return `http://127.0.0.1:${String(this.port + 14)}`;
  }

  /** Everything our own processes have logged so far. */
  logs(): string {
    const { logs } = placesFor(this.port);
    return APPS.map((app) => readFileSync(join(logs, `${app}.log`), 'utf8')).join('\n');
  }

  /** Kills a process of ours as a crash would. */
  kill(app: App): void {
    process.kill(this.pidOf(app), 'SIGKILL');
  }

  pidOf(app: App): number {
    const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(this.starter.pid)], {
      encoding: 'utf8',
    });
    const line = children.split('\n').find((child) => child.includes(`dist/apps/${app}/`));
    if (line === undefined) throw new Error(`${app} does not run`);
    return Number.parseInt(line, 10);
  }

  /** Resolves when a process of ours is there again and ready. */
  async backAgain(app: App, formerPid: number): Promise<void> {
    await eventually(async () => {
      if (this.pidOf(app) === formerPid) throw new Error(`${app} has not ended yet`);
      const answer = await fetch(`${this.healthOf(app)}/health/ready`);
      if (answer.status !== 200) throw new Error(`${app} is not ready`);
    }, START_LIMIT_MS);
  }

  async stop(): Promise<void> {
    if (this.starter.exitCode === null) {
      const ended = once(this.starter, 'exit');
      this.starter.kill('SIGTERM');
      await ended;
    }
    await this.nats.stop();
    await this.database.drop();
  }

  private healthOf(app: App): string {
    const offsets: Record<App, number> = { gateway: 0, auth: 1, conversation: 2, summary: 3, billing: 4 };
    return `http://127.0.0.1:${String(this.port + offsets[app])}`;
  }
}

const freePorts = async (): Promise<number> => {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await Promise.all(Array.from({ length: PORTS }, (_, offset) => isFree(first + offset)));
    if (!free.includes(false)) return first;
  }
};
