import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { compressFiles } from './build/compress-files.mjs';
import { serviceWorker } from './build/service-worker.mjs';

const libs = join(import.meta.dirname, '../../libs');
/** Where `npm run dev` in this folder finds a gateway that runs. */
const GATEWAY = process.env['SAATHI_GATEWAY'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), tailwindcss(), serviceWorker(), compressFiles()],
  resolve: { alias: { '@saathi/contracts/enums': join(libs, 'contracts/src/enums/index.ts') } },
  build: {
    // Nothing may be written into the page: its policy allows no inline script and no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Tells what each screen needs (test/architecture/web-budget.spec.ts).
    manifest: true,
    reportCompressedSize: false,
  },
  server: { proxy: { '/v1': { target: GATEWAY, ws: true } } },
});
