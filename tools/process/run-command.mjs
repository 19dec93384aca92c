import { spawn } from 'node:child_process';

/**
 * What a command left behind.
 * @typedef {{ readonly code: number | null, readonly stdout: string, readonly stderr: string }} Outcome
 */

/**
 * Runs a command to its end and collects what it says.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal | undefined }} [options]
 * @returns {Promise<Outcome>} code is null when it could not be started or was ended by a signal
 */
export const runCommand = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.once('error', ({ message }) => resolve({ code: null, stdout, stderr: `${stderr}${message}\n` }));
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
