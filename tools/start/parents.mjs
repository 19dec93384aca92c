import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const POLL_MS = process.platform === 'linux' ? 500 : 2000;

/**
 * Notices the end of the npm that runs this script. A shell stands between the two, which ends on a signal
 * without handing it on: asked to end, `npm start` would otherwise leave everything running.
 * @param {() => void} onGone
 */
export const watchNpm = (onGone) => {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    onGone();
  }, POLL_MS);
  timer.unref();
};

/**
 * @param {number} pid
 * @returns {number} 0 when it is unknown
 */
const parentOf = (pid) => {
  if (process.platform !== 'linux') {
    return Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
  }
  try {
    // The name, in brackets, may hold spaces and brackets; the parent is the second field after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
};
