import { connect } from '@nats-io/transport-node';
import { apps, type App } from '@saathi/contracts';
import { allRights, MAX_PAYLOAD_BYTES } from '@saathi/messaging';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { renewAccess, startNatsServer } from '../../../../tools/nats-server.mjs';
import { accessOf } from '../../../../tools/nats/access.mjs';
import { makeSeed } from '../../../../tools/nats/nkey.mjs';

type Running = Awaited<ReturnType<typeof startNatsServer>>;
type Access = Parameters<typeof startNatsServer>[0]['access'];

/** A nats-server of one test file. Each app has a key and its rights there; the test itself may do everything. */
export class TestNats {
  private constructor(
    private running: Running,
    private readonly storeDir: string,
    private readonly access: Access,
    private readonly seeds: Record<App, string>,
  ) {}

  /** @param options `anonymous`: whether somebody without a key may connect, and then do everything */
  static async start({ anonymous = true } = {}): Promise<TestNats> {
    const storeDir = join(folder(), `nats-${randomUUID()}`);
    const seeds = newSeeds();
    const access = accessFor(seeds, anonymous);
    return new TestNats(await launch(storeDir, 0, access), storeDir, access, seeds);
  }

  get url(): string {
    return this.running.url;
  }

  /** What an application's environment says of this broker. */
  environmentOf(app: App): { NATS_URL: string; NATS_NKEY_SEED: string } {
    return { NATS_URL: this.url, NATS_NKEY_SEED: this.seeds[app] };
  }

  /** What the environment of `npm start` says of this broker. */
  get starterEnvironment(): Record<string, string> {
    const seeds = apps.map((app) => [`NATS_NKEY_SEED_${app.toUpperCase()}`, this.seeds[app]] as const);
    return { NATS_URL: this.url, ...Object.fromEntries(seeds) };
  }

  /** Publishes any text on any subject, as somebody who keeps to no contract. */
  async publish(subject: string, text: string): Promise<void> {
    const connection = await connect({ servers: this.url });
    connection.publish(subject, text);
    await connection.drain();
  }

  /** Takes it away as a power cut would. */
  async kill(): Promise<void> {
    process.kill(this.running.pid, 'SIGKILL');
    await this.running.exited;
  }

  /** Lets it hold its connections and say nothing, until `thaw`. */
  freeze(): void {
    process.kill(this.running.pid, 'SIGSTOP');
  }

  thaw(): void {
    process.kill(this.running.pid, 'SIGCONT');
  }

  /** Brings it back on the same port with what it had kept. */
  async restart(): Promise<void> {
    this.running = await launch(this.storeDir, this.running.port, this.access);
  }

  /** From now on it knows none of the keys. */
  async forgetKeys(): Promise<void> {
    await renewAccess(this.storeDir, accessFor(newSeeds(), false));
  }

  async stop(): Promise<void> {
    await this.running.stop();
  }
}

const newSeeds = (): Record<App, string> => ({
  gateway: makeSeed(),
  auth: makeSeed(),
  conversation: makeSeed(),
  summary: makeSeed(),
  billing: makeSeed(),
});

const accessFor = (seeds: Record<App, string>, anonymous: boolean): Access =>
  accessOf({ max_payload: MAX_PAYLOAD_BYTES, rights: allRights() }, seeds, { anonymous });

const launch = (storeDir: string, port: number, access: Access): Promise<Running> =>
  startNatsServer({ bin: need('SAATHI_TEST_NATS_SERVER'), storeDir, port, access });

const folder = (): string => need('SAATHI_TEST_FOLDER');

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error('Run through jest.config.js: its global setup finds nats-server');
  return value;
};
