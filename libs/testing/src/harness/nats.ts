import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startNatsServer } from '../../../../tools/nats-server.mjs';

type Running = Awaited<ReturnType<typeof startNatsServer>>;

/** A nats-server of one test file. */
export class TestNats {
  private constructor(
    private running: Running,
    private readonly storeDir: string,
  ) {}

  static async start(): Promise<TestNats> {
    const storeDir = join(folder(), `nats-${randomUUID()}`);
    return new TestNats(await launch(storeDir, 0), storeDir);
  }

  get url(): string {
    return this.running.url;
  }

  /** Takes it away as a power cut would. */
  async kill(): Promise<void> {
    process.kill(this.running.pid, 'SIGKILL');
    await this.running.exited;
  }

  /** Brings it back on the same port with what it had kept. */
  async restart(): Promise<void> {
    this.running = await launch(this.storeDir, this.running.port);
  }

  async stop(): Promise<void> {
    await this.running.stop();
  }
}

const launch = (storeDir: string, port: number): Promise<Running> =>
  startNatsServer({ bin: need('SAATHI_TEST_NATS_SERVER'), storeDir, port });

const folder = (): string => need('SAATHI_TEST_FOLDER');

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error('Run through jest.config.js: its global setup finds nats-server');
  return value;
};
