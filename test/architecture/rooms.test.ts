import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlantedProject } from '../support/planted-project.ts';

/** By rule: the file that breaks it, what that file imports, and how the report names the import. */
const plants: readonly (readonly [rule: string, file: string, text: string, target: string])[] = [
  ['room-engine', 'src/engine/a.ts', "import '../db/orders.ts';", 'src/db/orders.ts'],
  ['room-host', 'src/host/a.ts', "import '../views/amount-view.ts';", 'src/views/amount-view.ts'],
  ['room-views', 'src/views/a.ts', "import '../app/start.ts';", 'src/app/start.ts'],
  ['room-db', 'src/db/a.ts', "import '../host/local-host.ts';", 'src/host/local-host.ts'],
  ['room-jobs', 'src/jobs/a.ts', "import '../app/start.ts';", 'src/app/start.ts'],
  ['room-server', 'src/server/a.ts', "import '../components/index.ts';", 'src/components/index.ts'],
  ['room-reconcile', 'src/reconcile/a.ts', "import '../app/start.ts';", 'src/app/start.ts'],
  ['room-generate', 'src/generate/a.ts', "import '../db/orders.ts';", 'src/db/orders.ts'],
  ['room-components', 'src/components/beta/room.ts', "import '../../host/local-host.ts';", 'src/host/local-host.ts'],
  ['room-app', 'src/app/a.ts', "import '../commands/start.ts';", 'src/commands/start.ts'],
  ['room-commands', 'src/commands/a.ts', "import '../db/orders.ts';", 'src/db/orders.ts'],
  ['room-unknown', 'src/attic/a.ts', "import '../engine/amount.ts';", 'src/engine/amount.ts'],
  ['guest-fastify', 'src/app/guest-fastify.ts', "import 'fastify';", 'node_modules/fastify/'],
  ['guest-drizzle-orm', 'src/components/beta/service.ts', "import 'drizzle-orm';", 'node_modules/drizzle-orm/'],
  ['guest-pg', 'src/server/guest-pg.ts', "import 'pg';", 'node_modules/pg/'],
  ['guest-ajv', 'src/server/guest-ajv.ts', "import 'ajv';", 'node_modules/ajv/'],
  ['guest-yaml', 'src/views/guest-yaml.ts', "import 'yaml';", 'node_modules/yaml/'],
  ['guest-oclif', 'src/app/guest-oclif.ts', "import '@oclif/core';", 'node_modules/@oclif/core/'],
  ['guest-stripe', 'src/components/beta/guest-stripe.ts', "import 'stripe';", 'stripe'],
  ['guest-jose', 'src/server/guest-jose.ts', "import 'jose';", 'node_modules/jose/'],
  ['guest-chalk', 'src/commands/guest-chalk.ts', "import 'chalk';", 'node_modules/chalk/'],
  ['guest-re2js', 'src/components/beta/guest-re2js.ts', "import 're2js';", 'node_modules/re2js/'],
  [
    'guest-canonicalize',
    'src/components/beta/guest-canonicalize.ts',
    "import 'canonicalize';",
    'node_modules/canonicalize/',
  ],
  ['guest-aws4fetch', 'src/components/beta/guest-aws4fetch.ts', "import 'aws4fetch';", 'node_modules/aws4fetch/'],
  ['guest-pg-boss', 'src/components/beta/guest-pg-boss.ts', "import 'pg-boss';", 'node_modules/pg-boss/'],
  ['guest-undici', 'src/server/guest-undici.ts', "import 'undici';", 'node_modules/undici/'],
  [
    'guest-marcbachmann-cel-js',
    'src/components/beta/guest-cel.ts',
    "import '@marcbachmann/cel-js';",
    'node_modules/@marcbachmann/cel-js/',
  ],
  [
    'commands-see-engine-types-only',
    'src/commands/b.ts',
    "import { amount } from '../engine/amount.ts';\nexport const b = amount;",
    'src/engine/amount.ts',
  ],
  [
    'component-sibling',
    'src/components/beta/sibling.ts',
    "import '../alpha/index.ts';",
    'src/components/alpha/index.ts',
  ],
  ['component-named', 'src/app/b.ts', "import '../components/alpha/index.ts';", 'src/components/alpha/index.ts'],
  ['component-list', 'src/components/beta/list.ts', "import '../index.ts';", 'src/components/index.ts'],
  [
    'evaluation-alone',
    'src/components/features/evaluation/a.ts',
    "import '../../../engine/amount.ts';",
    'src/engine/amount.ts',
  ],
  [
    'conditions-alone',
    'src/components/features/conditions/a.ts',
    "import '../../../engine/amount.ts';",
    'src/engine/amount.ts',
  ],
  [
    'client-alone',
    'src/components/features/client/a.ts',
    "import '../../../engine/amount.ts';",
    'src/engine/amount.ts',
  ],
  ['pure-room', 'src/engine/b.ts', "import 'node:fs';", 'fs'],
  ['no-unresolvable', 'src/engine/c.ts', "import './nowhere.ts';", './nowhere.ts'],
  ['no-dev-package', 'src/app/c.ts', "import 'fast-check';", 'node_modules/fast-check/'],
];

/** Rules that need more than one file to break. */
const composed = {
  'component-door': {
    'src/components/index.ts':
      "// The list.\nexport { size } from './alpha/size.ts';\nexport { alpha } from './alpha/index.ts';\nexport { beta } from './beta/index.ts';\n",
  },
  'no-cycle': {
    'src/engine/cycle-one.ts': "import type { Two } from './cycle-two.ts';\nexport interface One {\n  two: Two;\n}\n",
    'src/engine/cycle-two.ts': "import type { One } from './cycle-one.ts';\nexport interface Two {\n  one: One;\n}\n",
  },
};

let project: PlantedProject;
let report: string;

beforeAll(async () => {
  project = await PlantedProject.lawful();
  const clean = await project.run('rooms');
  expect(clean.output).toMatch(/^\d+ modules, \d+ imports\n$/);
  expect(clean.passed).toBe(true);

  await project.plant(Object.fromEntries(plants.map(([, file, text]) => [file, `${text}\n`])));
  for (const files of Object.values(composed)) await project.plant(files);
  const broken = await project.run('rooms');
  expect(broken.passed).toBe(false);
  report = broken.output;
});

afterAll(() => project.dispose());

test.each(plants)('the dependency rule refuses %s in %s', (rule, file, _text, target) => {
  const named = report
    .split('\n')
    .filter((line, index, all) => line.startsWith(`${file} → `) && all[index + 1]?.startsWith(`    ${rule}:`));
  expect(named).toHaveLength(1);
  expect(named[0]).toContain(target);
});

test('the dependency rule refuses reaching past the door of a component', () => {
  expect(report).toContain('src/components/index.ts → src/components/alpha/size.ts\n    component-door:');
});

test('the dependency rule refuses cycles, those of types included', () => {
  expect(report).toMatch(/src\/engine\/cycle-\w+\.ts → .*src\/engine\/cycle-\w+\.ts.*\n {4}no-cycle:/);
});

test('every dependency rule has a planted violation', async () => {
  const { ruleSet } = await extractOptions('./.dependency-cruiser.mjs');
  const proven = [...plants.map(([rule]) => rule), ...Object.keys(composed)];
  expect(proven.toSorted()).toEqual(ruleSet?.forbidden?.map(({ name }) => name ?? '').toSorted());
});

test('a cruiser that sees nothing fails', async () => {
  const blind = await PlantedProject.lawful();
  await blind.uproot('src');
  await blind.plant({ 'src/notes.txt': 'no module here\n' });
  const run = await blind.run('rooms');
  expect(run.passed).toBe(false);
  expect(run.output).toContain('src/ holds no TypeScript file');
  await blind.dispose();
});
