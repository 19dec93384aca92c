import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const WORTH_IT = /\.(js|css|html|svg|webmanifest)$/;

/**
 * Puts a compressed copy beside each text file, so that the gateway spends no time on it.
 * @returns {import('vite').Plugin}
 */
export const compressFiles = () => ({
  name: 'saathi-compress-files',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!WORTH_IT.test(name)) continue;
      const content = readFileSync(join(dir, name));
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
    }
  },
});
