import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import { allRights, MAX_PAYLOAD_BYTES } from '../src/index.js';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../tools/free-port.mjs';
import { natsInfo } from '../../../tools/nats/info.mjs';
import { startNatsServer } from '../../../tools/nats-server.mjs';
import { accessOf } from '../../../tools/nats/access.mjs';
import { makeSecrets } from '../../../tools/secrets.mjs';
import { eventually } from '@saathi/testing';

const { nats_seeds } = makeSecrets(new Date());
const access = (anonymous: boolean): ReturnType<typeof accessOf> =>
  accessOf({ max_payload: MAX_PAYLOAD_BYTES, rights: allRights() }, nats_seeds, { anonymous });
const bin = process.env['SAATHI_TEST_NATS_SERVER'] ?? '';

let storeDir: string;
let port: number;
let running: Awaited<ReturnType<typeof startNatsServer>> | undefined;

beforeEach(async () => {
  storeDir = join(process.env['SAATHI_TEST_FOLDER'] ?? '', `own-${randomUUID()}`);
  mkdirSync(storeDir);
  port = await freePort();
});

afterEach(() => running?.stop());

const start = async (anonymous: boolean): Promise<number> => {
  running = await startNatsServer({ bin, storeDir, port, access: access(anonymous) });
  return running.pid;
};

/** Whether somebody without a key gets in. */
const isOpen = async (): Promise<boolean> => {
  try {
    await (await connect({ servers: `nats://127.0.0.1:${String(port)}` })).close();
    return true;
  } catch {
    return false;
  }
};

describe('our own nats-server, left running by an earlier start,', () => {
  it('is taken over', async () => {
    expect(await start(true)).toBe(await start(true));
    expect(await isOpen()).toBe(true);
  });

  it('is taken over with the rights that hold now', async () => {
    expect(await start(true)).toBe(await start(false));
    expect(await isOpen()).toBe(false);
  });

  it('is replaced when it is one of a version that had no rights', async () => {
    const args = ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', storeDir];
    const old = spawn(bin, [...args, '-P', join(storeDir, 'nats-server.pid')], { stdio: 'ignore' });
    await eventually(() => natsInfo(`nats://127.0.0.1:${String(port)}`));
    expect(await start(false)).not.toBe(old.pid);
    expect(old.exitCode ?? old.signalCode).not.toBeNull();
    expect(await isOpen()).toBe(false);
  });
});
