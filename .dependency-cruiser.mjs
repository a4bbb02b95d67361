// The dependency rule: which room may import which, and which package is a guest of which room.
// `scripts/check/rooms.ts` runs it; test/architecture/rooms.test.ts proves every rule by planting a violation.

/**
 * What each room of src/ may import besides itself. A room is a path prefix; `host/contract` admits that one
 * file and not the rest of the room. Components and the composition root have rules of their own below.
 */
const rooms = {
  engine: [],
  host: ['engine'],
  views: ['engine'],
  db: ['engine', 'host/contract'],
  jobs: ['engine', 'host/contract', 'db'],
  server: ['engine', 'host/contract', 'db'],
  reconcile: ['engine', 'host/contract', 'db', 'jobs'],
  generate: ['engine', 'host/contract'],
  components: [
    'engine',
    'db',
    'jobs',
    'host/contract',
    'server/caller',
    'server/operation',
    'server/operation-context',
    'server/operation-result',
    'server/event-descriptions',
    'server/tag-descriptions',
    'server/public-document',
    'server/directory',
    'server/page',
    'server/stream-page',
    'server/changed',
    'server/trail',
    'server/worker',
    'server/validated',
    'server/date-time',
    'server/plain-address',
    'reconcile/contract',
    'generate/contract',
  ],
  app: ['engine', 'host', 'db', 'jobs', 'server', 'reconcile', 'generate', 'components'],
  commands: ['engine', 'views', 'app'],
};

/** Packages and the only places that may import them; everything behind one of these doors can be replaced there. */
const guests = [
  { packages: ['fastify', '@fastify/[^/]+', 'fastify-plugin', 'pino', 'prom-client'], home: '^src/server/' },
  { packages: ['drizzle-orm'], home: '^src/db/|/(tables|queries)\\.ts$' },
  {
    packages: ['pg', '@types/pg', 'pg-copy-streams', '@types/pg-copy-streams', '@electric-sql/pglite'],
    home: '^src/db/',
  },
  { packages: ['ajv', 'ajv-formats'], home: '^src/(engine|generate)/' },
  { packages: ['yaml', 'js-yaml', '@types/js-yaml'], home: '^src/engine/' },
  { packages: ['@oclif/[^/]+'], home: '^src/commands/' },
  { packages: ['stripe', '@types/stripe'], home: '^src/components/billing/stripe/' },
  { packages: ['chalk'], home: '^src/views/' },
  { packages: ['jose'], home: '^src/server/auth/' },
  { packages: ['@marcbachmann/cel-js'], home: '^src/components/access/policy/' },
  { packages: ['re2js'], home: '^src/engine/condition/' },
  { packages: ['canonicalize', 'csv-stringify', 'maxmind'], home: '^src/components/audit/' },
  { packages: ['aws4fetch'], home: '^src/components/audit/retention/' },
  { packages: ['pg-boss'], home: '^src/jobs/' },
  { packages: ['undici', 'ipaddr.js'], home: '^src/host/' },
];

/** Modules of Node that reach outside the process: pure rooms get what they need as values. */
const outsideWorld =
  'fs|fs/promises|child_process|http|https|http2|net|tls|dns|os|worker_threads|cluster|dgram|timers/promises';

function roomRule([room, allowed]) {
  return {
    name: `room-${room}`,
    comment: `src/${room} may import ${allowed.length === 0 ? 'nothing of ours' : allowed.join(', ')}.`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: { path: '^(src|bin|scripts|test|bench)/', pathNot: [room, ...allowed].map(prefix) },
  };
}

function prefix(room) {
  return room.includes('/') ? `^src/${room}\\.ts$` : `^src/${room}/`;
}

function guestRule({ packages, home }) {
  const name = packages[0].replace(/\W+/g, '-').replace(/^-|-$/g, '');
  return {
    name: `guest-${name}`,
    comment: `${packages[0]} is a guest of ${home} only.`,
    severity: 'error',
    from: { path: '^src/', pathNot: home },
    to: { path: `(^|node_modules/)(${packages.join('|')})(/|$)` },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(rooms).map(roomRule),
    ...guests.map(guestRule),
    {
      name: 'room-unknown',
      comment: 'Every file of src/ stands in a room of the table above; a new room is a decision, made here.',
      severity: 'error',
      from: { path: '^src/', pathNot: Object.keys(rooms).map(prefix) },
      to: {},
    },
    {
      name: 'commands-see-engine-types-only',
      comment:
        'A command parses options, calls a use case of app and hands the answer to a view; the engine is called by app.',
      severity: 'error',
      from: { path: '^src/commands/' },
      to: { path: '^src/engine/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'component-sibling',
      comment: 'A component never imports a sibling: use a reference, a domain event or a port bound in src/app.',
      severity: 'error',
      from: { path: '^src/components/([^/]+)/' },
      to: { path: '^src/components/[^/]+/', pathNot: '^src/components/$1/' },
    },
    {
      name: 'component-named',
      comment: 'Only src/components/index.ts names a component.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/components/(index\\.ts$|[^/]+/)' },
      to: { path: '^src/components/[^/]+/' },
    },
    {
      name: 'component-door',
      comment: "A component's index.ts is its only door.",
      severity: 'error',
      from: { path: '^src/components/index\\.ts$' },
      to: { path: '^src/components/[^/]+/', pathNot: '^src/components/[^/]+/index\\.ts$' },
    },
    {
      name: 'component-list',
      comment: 'A component does not look at the list it stands in.',
      severity: 'error',
      from: { path: '^src/components/[^/]+/' },
      to: { path: '^src/components/index\\.ts$' },
    },
    {
      name: 'evaluation-alone',
      comment: 'The evaluation of flags is copied into SDKs as it stands: it imports nothing from outside its folder.',
      severity: 'error',
      from: { path: '^src/components/features/evaluation/' },
      to: { pathNot: '^src/components/features/evaluation/' },
    },
    {
      name: 'conditions-alone',
      comment: 'The translation of conditions is copied into SDKs too: it imports the evaluation and nothing else.',
      severity: 'error',
      from: { path: '^src/components/features/conditions/' },
      to: { pathNot: '^src/components/features/(conditions|evaluation)/' },
    },
    {
      name: 'client-alone',
      comment:
        'The client of flags is copied into SDKs too: it imports the evaluation and conditions, and nothing else.',
      severity: 'error',
      from: { path: '^src/components/features/client/' },
      to: { pathNot: '^src/components/features/(client|conditions|evaluation)/' },
    },
    {
      name: 'pure-room',
      comment: 'Time, files and the network reach the engine and the views as values or through the host.',
      severity: 'error',
      from: { path: '^src/(engine|views)/' },
      to: { path: `^(node:)?(${outsideWorld})$` },
    },
    {
      name: 'no-cycle',
      comment: 'No import cycles, those of types included.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that resolves to nothing is a typing mistake or a missing dependency.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(node:|vitest/)' },
    },
    {
      name: 'no-dev-package',
      comment: 'What is shipped imports only shipped packages; the generator runs at build time.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/generate/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
