/** How TypeScript becomes what Node runs: the same decorators and metadata as in the build. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': swc },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@saathi/(\\w+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@saathi/contracts/enums$': '<rootDir>/libs/contracts/src/enums/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.saathi/'],
  setupFiles: ['reflect-metadata'],
  ...more,
});

// Starts the Postgres and the NATS binary that the tests share (test/real-parts.mjs).
const withRealParts = {
  globalSetup: '<rootDir>/test/real-parts.mjs',
  globalTeardown: '<rootDir>/test/end-real-parts.mjs',
};

export default {
  projects: [
    project('unit', ['{apps,libs,stand-ins,tools,migrations,bench}/**/*.spec.ts']),
    project('proofs', ['test/{architecture,contracts,migrations,documents}/**/*.spec.ts'], withRealParts),
    project('int', ['{apps,libs}/**/*.int-spec.ts'], withRealParts),
    project('bench', ['bench/**/*.bench.ts'], withRealParts),
    project('e2e', ['test/e2e/**/*.e2e-spec.ts'], withRealParts),
    project('web', ['test/e2e/web/*.web-spec.ts'], withRealParts),
  ],
  // Two cores: one file each. More would only wait for each other.
  maxWorkers: 2,
  // Ends a test that hangs. How fast something is, no test says: the machine may be busy with others.
  testTimeout: 20_000,
};
