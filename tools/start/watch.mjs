import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sourceFiles } from '../build.mjs';
import { root } from '../places.mjs';
import { webSourceFiles } from '../web-build.mjs';

const POLL_MS = 500;

/**
 * Does something whenever the sources have changed and then stayed the same for a moment. It looks at the files
 * again and again, because on Linux `fs.watch` loses those that an editor replaces.
 * @param {() => Promise<void>} onChange must not reject
 * @param {AbortSignal} signal ends it
 */
export const watchSources = async (onChange, signal) => {
  let built = snapshot();
  let before = built;
  while (!signal.aborted) {
    await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
    const now = snapshot();
    if (now === before && now !== built) {
      built = now;
      await onChange();
    }
    before = now;
  }
};

const snapshot = () => {
  try {
    return [...sourceFiles(), ...webSourceFiles()]
      .map((file) => `${file} ${statSync(join(root, file)).mtimeMs}`)
      .join('\n');
  } catch {
    return 'something vanished while we looked';
  }
};
