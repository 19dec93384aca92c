import { spawn } from 'node:child_process';
import { root } from '../places.mjs';
import { runCommand } from '../process/run-command.mjs';

/** No step may hang for ever. */
const LIMIT_MS = 20 * 60_000;

/**
 * Two ways to run a command: collecting what it says, or letting it speak.
 * @typedef {object} StepRunner
 * @property {(command: string, args: readonly string[]) => Promise<import('./steps.mjs').StepOutcome>} quietly
 * @property {(command: string, args: readonly string[]) => Promise<import('./steps.mjs').StepOutcome>} openly
 */

/** @type {StepRunner} */
export const stepRunner = {
  quietly: async (command, args) => {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const { code, stdout, stderr } = await runCommand(command, args, { cwd: root, signal });
    return { ok: code === 0, output: stdout + stderr };
  },
  openly: (command, args) =>
    new Promise((resolve) => {
      const child = spawn(command, args, { cwd: root, stdio: 'inherit', timeout: LIMIT_MS });
      child.once('error', ({ message }) => resolve({ ok: false, output: message }));
      child.once('exit', (code) => resolve({ ok: code === 0, output: '' }));
    }),
};
