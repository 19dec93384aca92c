import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Messages travel through libs/messaging alone, so that no subject is written twice. */
const NO_BARE_MESSAGES = [
  {
    selector: 'Decorator[expression.callee.name=/^(MessagePattern|EventPattern)$/]',
    message: 'Use @RpcHandler, @StreamHandler or @EventHandler.',
  },
  {
    selector: "CallExpression[callee.property.name='emit'][callee.object.property.name=/client|nats/i]",
    message: 'Use EventPublisher.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'apps/web/dist', 'node_modules', 'coverage', '.saathi', 'test/architecture/fixtures'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './apps/web/tsconfig.json', './test/e2e/web/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // DTO classes are shapes of JSON: what travels are plain objects of that shape, not instances.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      // A Nest module is a class that only carries a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...NO_BARE_MESSAGES],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['libs/messaging/src/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['libs/platform/**', 'libs/testing/**', '**/test/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Declare the variable in the config class and inject that.',
        },
      ],
    },
  },
  {
    // A component is a function that returns a node; hooks and query options are what their library makes of them.
    files: ['apps/web/**/*.ts', 'apps/web/**/*.tsx'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // A reducer says what it does of many events, and leaves the others be.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // What workers and worklets of the browser know.
    files: ['apps/web/build/service-worker.js', 'apps/web/src/**/*-worklet.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['self', 'caches', 'Response', 'AudioWorkletProcessor', 'registerProcessor'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  {
    // The one place where the type of a message is not yet known.
    files: ['libs/contracts/src/contract.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/test/**/*.ts', 'libs/testing/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      // What comes over HTTP in a test is looked at member by member.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'fetch',
          'URL',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'AbortSignal',
          'AbortController',
          'module',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
