/**
 * The rooms of the house: which folder may import which (docs/architecture.md). Each rule is proven on
 * planted violations in test/architecture.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
// What stands beside the specs of an app or a lib helps them and nobody else.
const SPECS = '(\\.(spec|int-spec|e2e-spec)\\.ts$|^(apps|libs)/[^/]+/test/)';
const APPS = '^apps/([^/]+)/src/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contracts-stand-alone',
      comment: 'What may be said depends on nothing that says it.',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: SPECS },
      to: { path: ['^(apps|libs/(?!contracts/))', 'node_modules/(@nestjs|typeorm|@nats-io|openai|pg)/'] },
    },
    {
      name: 'platform-knows-contracts-only',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: SPECS },
      to: { path: ['^(apps|libs/(?!platform/|contracts/))', 'node_modules/(typeorm|@nats-io|openai)/'] },
    },
    {
      name: 'messaging-knows-no-tables',
      severity: 'error',
      from: { path: '^libs/messaging/', pathNot: SPECS },
      to: { path: ['^(apps|libs/(entities|testing)/)', 'node_modules/(typeorm|openai|pg)/'] },
    },
    {
      name: 'entities-know-no-messages',
      severity: 'error',
      from: { path: '^libs/entities/', pathNot: SPECS },
      to: { path: ['^(apps|libs/(messaging|platform|testing)/)', 'node_modules/(@nats-io|openai)/'] },
    },
    {
      name: 'gateway-has-no-database',
      severity: 'error',
      from: { path: '^apps/gateway/', pathNot: SPECS },
      to: { path: ['^libs/entities/', 'node_modules/(typeorm|@nestjs/typeorm|pg)/'] },
    },
    {
      name: 'tables-in-repositories-only',
      comment: 'TypeORM is for repositories and modules; elsewhere an entity is a type.',
      severity: 'error',
      from: { path: '^apps/', pathNot: ['\\.(repository|module|sql)\\.ts$', SPECS] },
      to: {
        path: ['^libs/entities/', 'node_modules/(typeorm|@nestjs/typeorm|pg)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'apps-do-not-reach-into-each-other',
      comment: 'They speak over NATS.',
      severity: 'error',
      from: { path: APPS },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(apps|libs/(?!testing/)|migrations|stand-ins)/', pathNot: SPECS },
      to: { path: '^(libs/testing|test)/' },
    },
    {
      name: 'stand-ins-stand-outside',
      comment: 'They play the outside world, so they know nothing of us.',
      severity: 'error',
      from: { path: '^stand-ins/' },
      to: { path: '^(apps|libs|migrations)/' },
    },
    {
      name: 'nobody-needs-a-stand-in',
      severity: 'error',
      from: { path: '^(apps|libs/(?!testing/)|migrations)/', pathNot: SPECS },
      to: { path: '^stand-ins/' },
    },
    {
      name: 'migrations-stand-alone',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(apps|libs|stand-ins)/' },
    },
    {
      name: 'web-takes-types-and-enums',
      comment:
        'No decorator and no server code reaches the browser: types from the contracts, values from their enums.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: SPECS },
      to: {
        path: '^(apps/(?!web/)|libs/(?!contracts/src/enums/)|migrations|stand-ins|tools)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-needs-the-web',
      comment: 'It is built to files, which the gateway serves.',
      severity: 'error',
      from: { path: '^(apps/(?!web/)|libs|migrations|stand-ins)', pathNot: SPECS },
      to: { path: ['^apps/web/', 'node_modules/(react|react-dom|radix-ui|@tanstack|wouter|vite)/'] },
    },
    {
      name: 'openai-behind-its-port',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['/openai\\.[^/]+\\.ts$', SPECS] },
      to: { path: 'node_modules/openai/' },
    },
    {
      name: 'nats-behind-messaging',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: ['^libs/(messaging|testing)/', SPECS] },
      to: { path: 'node_modules/@nats-io/' },
    },
    {
      name: 'one-door-to-a-feature',
      comment:
        'From another feature, take what its module exports: a service, a repository, a pure function; not its entrances.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/([^/]+)/' },
      to: { path: '^apps/$1/src/(?!$2/)[^/]+/[^/]+\\.(handlers|controller|listener|sweep)\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // metadata.ts is there only while the API document is written.
    exclude: {
      path: ['^(dist|apps/web/dist|test/architecture/fixtures)/', '^apps/gateway/src/metadata\\.ts$'],
    },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
