import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, 'service-worker.js');
/** Kept from the first visit on; a screen's own parts come when it is first opened. */
const KEPT = /^assets\/(index-.*\.(js|css)|.*-normal-.*\.woff2)$/;

/**
 * Writes the service worker with the list of files of this very build.
 * @returns {import('vite').Plugin}
 */
export const serviceWorker = () => ({
  name: 'saathi-service-worker',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle)
      .filter((name) => KEPT.test(name))
      .sort()
      .map((name) => `/${name}`);
    const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
    const source = readFileSync(SOURCE, 'utf8')
      .replace("'VERSION'", JSON.stringify(version))
      .replace("['FILES']", JSON.stringify(['/', ...files]));
    this.emitFile({ type: 'asset', fileName: 'sw.js', source });
  },
});
