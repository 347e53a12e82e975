/**
 * The architecture. Each room lists what it may know of ours; everything else is an error. A rule's proof,
 * that it fires, is in scripts/architecture.test.ts.
 */
const ROOMS = {
  '^contract/': ['^contract/'],

  '^server/upstream/': ['^server/upstream/', '^contract/'],
  '^server/sync/': ['^server/sync/', '^server/upstream/', '^server/snapshot/', '^contract/'],
  '^server/snapshot/': ['^server/snapshot/', '^contract/'],
  '^server/query/': ['^server/query/', '^server/snapshot/', '^contract/'],
  '^server/history/': ['^server/history/', '^server/snapshot/(steps|merge-sort)\\.ts$', '^contract/'],
  '^server/recorder/': ['^server/(recorder|history|snapshot)/', '^contract/'],
  '^server/report/': ['^server/(report|history|query|snapshot)/', '^contract/'],
  '^server/access/': [
    '^server/access/',
    '^server/store/database\\.ts$',
    '^server/error-code\\.ts$',
    '^contract/',
  ],
  '^server/files/': ['^server/files/', '^server/snapshot/', '^contract/'],
  '^server/http/': ['^server/(http|files|query|snapshot|history|access|report)/', '^contract/'],
  '^server/sandbox/': ['^server/sandbox/'],
  '^server/store/': [
    '^server/(store|history)/',
    '^server/report/stored\\.ts$',
    '^server/error-code\\.ts$',
    '^contract/',
  ],
  '^server/lease/': [
    '^server/(lease|snapshot|history)/',
    '^server/store/(database|lists|sql-ticket-store)\\.ts$',
    '^server/upstream/(call-budget|clock|failure-kinds)\\.ts$',
    '^contract/',
  ],
  '^server/error-code\\.ts$': ['^server/error-code\\.ts$'],
  '^server/env[\\w-]*\\.ts$': ['^server/(env-[\\w-]+|error-code)\\.ts$', '^contract/'],
  '^server/app\\.ts$': ['^server/http/', '^server/snapshot/', '^server/access/', '^contract/'],
  '^server/(main|banner|build-[\\w-]+|demo-past|logger|shutdown|store-cli)\\.ts$': ['^server/', '^contract/'],

  '^client/design/': ['^client/design/'],
  '^client/base/': ['^client/base/'],
  '^client/ui/': ['^client/(ui|clock)/', '^contract/'],
  '^client/format/': ['^client/format/', '^contract/'],
  '^client/clock/': ['^client/clock/'],
  '^client/api/': ['^client/(api|base|clock)/', '^contract/'],
  '^client/address/': ['^client/(account|address|base|clock|settings|ui)/', '^contract/'],
  '^client/badges/': ['^client/(badges|format|ui)/', '^contract/'],
  '^client/storage/': ['^client/storage/'],
  '^client/settings/': ['^client/(account|settings|storage|clock|format|ui)/', '^contract/'],
  '^client/commands/': ['^client/(commands|settings|ui)/'],
  '^client/account/': [
    '^client/(account|api|base|storage|format|states|settings|ui)/',
    '^client/triage/store/',
    '^contract/',
  ],
  '^client/access/': [
    '^client/(access|account|api|base|frame|states|settings|clock|format|ui)/',
    '^contract/',
  ],
  '^client/workspace/': ['^client/(account|workspace|address|api|clock|settings|storage|ui)/', '^contract/'],
  '^client/filters/': ['^client/(account|filters|workspace|storage|settings|clock|format|ui)/', '^contract/'],
  '^client/snapshot/': ['^client/(account|snapshot|workspace|api|settings|clock|format|ui)/', '^contract/'],
  '^client/states/': [
    '^client/(account|states|workspace|filters|api|settings|clock|format|ui)/',
    '^contract/',
  ],
  '^client/views/': [
    '^client/(views|workspace|address|api|commands|filters|storage|settings|clock|format|ui)/',
    '^contract/',
  ],
  '^client/palette/': [
    '^client/(account|palette|views|workspace|address|api|commands|filters|badges|settings|clock|format|ui)/',
    '^contract/',
  ],
  '^client/frame/': [
    '^client/(account|base|frame|palette|views|workspace|address|commands|filters|snapshot|states|badges|settings|clock|format|ui)/',
    '^contract/',
  ],
  '^client/overview/': [
    '^client/(overview|workspace|api|filters|badges|settings|clock|format|ui)/',
    '^contract/',
  ],
  '^client/people/': [
    '^client/(people|frame|workspace|address|api|filters|states|settings|clock|format|ui)/',
    '^contract/',
  ],
  '^client/handoffs/': [
    '^client/(handoffs|frame|workspace|address|api|filters|states|settings|clock|format|ui)/',
    '^contract/',
  ],
  '^client/trends/': [
    '^client/(trends|overview|frame|workspace|address|api|commands|filters|states|settings|clock|format|ui)/',
    '^contract/',
  ],
  '^client/monday/': [
    '^client/(account|monday|trends|frame|workspace|address|api|commands|filters|states|settings|format|ui)/',
    '^contract/',
  ],
  '^client/tickets/': [
    '^client/(account|tickets|overview|frame|views|workspace|address|api|commands|filters|states|badges|storage|settings|clock|format|ui)/',
    '^contract/',
  ],
  '^client/triage/': [
    '^client/(account|base|triage|frame|views|address|api|commands|filters|states|badges|settings|clock|format|ui)/',
    '^contract/',
  ],
  '^client/(main|app|screen-at-address|screen-parts)\\.tsx$': ['^client/', '^contract/'],

  // The identity provider is a program of its own, which the server's tests have for their counterpart too.
  '^e2e/': ['^e2e/', '^scripts/', '^contract/', '^server/access/oidc/testing/identity-provider\\.ts$'],
  '^bench/': ['^bench/', '^server/', '^scripts/', '^contract/'],
  '^scripts/': ['^scripts/'],
};

const OURS = '^(contract|server|client|e2e|bench|scripts)/';
const TESTS = '\\.test\\.tsx?$|^(server|client)/test/|/testing/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(ROOMS).map(([room, known]) => ({
      name: `walls of ${room.replace(/[\^\\$]/g, '')}`,
      severity: 'error',
      from: { path: room, pathNot: TESTS },
      to: { path: OURS, pathNot: known },
    })),
    {
      name: 'tests keep to their side',
      comment: 'A test may reach into other rooms of its side, never across.',
      severity: 'error',
      from: { path: '^(server|client)/' },
      to: { path: OURS, pathNot: ['^contract/', '^$1/'] },
    },
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure rooms',
      comment: 'What is pure knows no clock, no file, no network, and so no package but zod.',
      severity: 'error',
      from: { path: '^(contract|server/snapshot|server/query|server/history)/', pathNot: TESTS },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        pathNot: '^node_modules/zod/',
      },
    },
    {
      name: 'no Node in the browser',
      severity: 'error',
      from: { path: '^client/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no tests in the product',
      severity: 'error',
      from: { path: '^(client|contract|server)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no development packages in the product',
      severity: 'error',
      from: { path: '^(client|contract|server)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
