import { expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';

const LIMIT_MS = 240_000;

/** Runs test/faults for a short while. @returns what it said, once it has ended */
const faults = (...options: string[]): Promise<{ code: number | string; said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['test/faults/run.mjs', ...options], (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, said: stdout + stderr });
    });
  });

it(
  'nothing that was acknowledged is lost when the database, the broker and the applications die',
  async () => {
    const { code, said } = await faults('--seconds', '24', '--people', '8', '--every', '3', '--away', '4');
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('Postgres') });
  },
  LIMIT_MS,
);
