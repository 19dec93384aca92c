import { execFileSync, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const CLOCK_TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const PAGE_BYTES = Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' }));

/** A process and all that come from it. @param {number} pid @returns {number[]} */
export const family = (pid) => {
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const found = [pid];
  for (const parent of found) {
    for (const [child = 0, its = 0] of pairs) if (its === parent) found.push(child);
  }
  return found;
};

/** Processor milliseconds that processes have used. @param {readonly number[]} pids */
export const cpuMs = (pids) =>
  pids.reduce((sum, pid) => {
    const fields = statOf(pid);
    return sum + ((Number(fields[11]) + Number(fields[12])) * 1000) / CLOCK_TICKS;
  }, 0);

/** The same of a process and all that came from it, also of those that have ended. @param {number} pid */
export const familyCpuMs = (pid) => {
  const fields = statOf(pid);
  return cpuMs(family(pid)) + ((Number(fields[13]) + Number(fields[14])) * 1000) / CLOCK_TICKS;
};

/** What a process is, in short. @param {number} pid */
export const nameOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 2).join(' ').slice(-44);
  } catch {
    return String(pid);
  }
};

/** Resident bytes. @param {readonly number[]} pids */
export const memory = (pids) => pids.reduce((sum, pid) => sum + Number(statOf(pid)[21]) * PAGE_BYTES, 0);

/** @param {number} pid @returns {string[]} the fields after the name; none when it has ended */
const statOf = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return Array.from({ length: 30 }, () => '0');
  }
};

/** Keeps a process, and what comes from it, on one core. @param {number} pid @param {number} core */
export const pin = (pid, core) => {
  for (const one of family(pid))
    execFileSync('taskset', ['-a', '-p', '-c', String(core), String(one)], { stdio: 'ignore' });
};

/**
 * Starts a script that says when it is ready.
 * @param {string} script
 * @param {Record<string, string>} environment
 * @returns {Promise<import('node:child_process').ChildProcess & { pid: number }>}
 */
export const start = (script, environment) =>
  new Promise((resolve, reject) => {
    const child = fork(script, { env: { ...process.env, ...environment } });
    child.once('message', () => resolve(Object.assign(child, { pid: child.pid ?? 0 })));
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });

export { spawn };
