import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GateRun, PlantedProject } from '../support/planted-project.ts';

const drizzle = "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { orders } from './orders.ts';\n\n";

/** By rule: a file of src/ that breaks it. */
const plants: readonly (readonly [rule: string, file: string, text: string])[] = [
  [
    'no-floating-promises',
    'src/db/insert.ts',
    `${drizzle}export function add(): void {\n  drizzle('').insert(orders).values({ id: 1 });\n}\n`,
  ],
  [
    'no-floating-promises',
    'src/db/transaction.ts',
    `${drizzle}export function add(): void {\n  drizzle('').transaction(async (tx) => {\n    await tx.insert(orders).values({ id: 1 });\n  });\n}\n`,
  ],
  [
    'no-floating-promises',
    'src/app/call.ts',
    'async function save(): Promise<void> {\n  await Promise.resolve();\n}\n\nexport function run(): void {\n  save();\n}\n',
  ],
  [
    'no-misused-promises',
    'src/app/each.ts',
    'export function each(list: number[]): void {\n  list.forEach(async (item) => {\n    await Promise.resolve(item);\n  });\n}\n',
  ],
  [
    'switch-exhaustiveness-check',
    'src/engine/verb.ts',
    "export function verb(action: 'create' | 'delete'): string {\n  let word = '';\n  switch (action) {\n    case 'create':\n      word = 'make';\n      break;\n  }\n  return word;\n}\n",
  ],
  [
    'no-explicit-any',
    'src/engine/anything.ts',
    'export function anything(value: any): unknown {\n  return value;\n}\n',
  ],
  [
    'no-non-null-assertion',
    'src/engine/first.ts',
    'export function first(list: string[]): string {\n  return list[0]!;\n}\n',
  ],
  [
    'no-floating-promises',
    'templates/sdk/typescript/src/call.ts',
    'async function send(): Promise<void> {\n  await Promise.resolve();\n}\n\nexport function run(): void {\n  send();\n}\n',
  ],
  ['no-console', 'src/engine/noise.ts', "export function noise(): void {\n  console.log('here');\n}\n"],
  [
    'use-isnan',
    'src/engine/not-a-number.ts',
    'export function odd(a: number): boolean {\n  return a === Number.NaN;\n}\n',
  ],
];

let project: PlantedProject;
let broken: GateRun;

beforeAll(async () => {
  project = await PlantedProject.lawful();
  const clean = await project.run('lint');
  expect(clean).toMatchObject({ passed: true });
  await project.plant(Object.fromEntries(plants.map(([, file, text]) => [file, text])));
  broken = await project.run('lint', '--format=unix');
});

afterAll(() => project.dispose());

test.each(plants)('the linter reports %s in %s', (rule, file) => {
  const reports = broken.output.split('\n').filter((line) => line.startsWith(`${file}:`));
  expect(reports).toHaveLength(1);
  expect(reports[0]).toContain(`(${rule})`);
  expect(broken.passed).toBe(false);
});
