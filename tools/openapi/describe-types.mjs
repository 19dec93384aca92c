import { PluginMetadataGenerator } from '@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
process.chdir(ROOT);
const GATEWAY = join(ROOT, 'apps/gateway');

/** Files whose classes appear in requests and answers. */
const SHAPES = ['.dto.ts', '/actor.ts', '/pagination.ts', '/persona-prompt.ts'];

/**
 * Writes what the compiler knows of the routes' types and doc comments to apps/gateway/src/metadata.ts, from
 * where the API document is made. The build drops types, so they are taken from the source.
 */
new PluginMetadataGenerator().generate({
  visitors: [
    new ReadonlyVisitor({
      introspectComments: true,
      controllerKeyOfComment: 'summary',
      dtoFileNameSuffix: SHAPES,
      pathToSource: join(GATEWAY, 'src'),
      esmCompatible: true,
    }),
  ],
  outputDir: join(GATEWAY, 'src'),
  tsconfigPath: 'apps/gateway/tsconfig.app.json',
  printDiagnostics: false,
});
