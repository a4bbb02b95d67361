import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConfigurationTypes } from '../../../src/generate/types/configuration-types.ts';
import { emitTypeScript } from '../../../src/generate/types/typescript/emit-typescript.ts';
import { describedDocuments, describedExample } from './described.ts';
import { hostileDocuments, usualDocuments } from './hostile-documents.ts';
import { constantValues, innermostTexts, without } from './values-of.ts';

const root = mkdtempSync(join(tmpdir(), 'dream-types-'));
let hostile: ConfigurationTypes;
let acme: string;

beforeAll(async () => {
  hostile = await describedDocuments(hostileDocuments);
  acme = textOf(await describedExample('acme'));
  const files = {
    'acme/dream-types.ts': acme,
    'forge/dream-types.ts': textOf(await describedExample('forge')),
    'hostile/dream-types.ts': textOf(hostile),
    'empty/dream-types.ts': textOf(await describedDocuments([])),
    'package.json': '{ "type": "module" }',
    'biome.json': JSON.stringify({
      root: true,
      formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 120 },
      javascript: { formatter: { quoteStyle: 'single' } },
    }),
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function textOf(types: ConfigurationTypes): string {
  return emitTypeScript(types, 'dream-types.ts')[0]?.text ?? '';
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function installed(name: string): string {
  return resolve('node_modules/.bin', name);
}

/** Strictest of all, and without anything of Node. */
const compilerOptions = {
  target: 'es2022',
  lib: ['es2022'],
  module: 'nodenext',
  types: [],
  moduleDetection: 'force',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
};

/** What the compiler says of these files. */
function compiled(files: readonly string[]): string {
  write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
  return spawnSync(installed('tsc'), ['-p', root, '--pretty', 'false'], { encoding: 'utf8' }).stdout;
}

const uses = `import type { ContextAttributes, EntitlementValues, EventPayloads, Permission, PlanKey, WorkflowPayloads } from './dream-types.ts';
import { ENTITLEMENT_LEVELS, EVENTS, FLAGS, METERS, PERMISSIONS, PLANS, WORKFLOWS } from './dream-types.ts';

interface Client {
  value<T>(flag: { readonly key: string; readonly default: T }, context: ContextAttributes): T;
  check(permission: Permission): boolean;
  track<E extends keyof EventPayloads>(event: E, payload: EventPayloads[E]): void;
  start<W extends keyof WorkflowPayloads>(workflow: W, payload: WorkflowPayloads[W]): void;
  holding<E extends keyof EntitlementValues>(entitlement: E): EntitlementValues[E];
}

export function used(client: Client): readonly unknown[] {
  const context = { user: { email: 'ada@acme.com', managers: ['eve', 5] }, tenant: { seats: 5 } };
  const engine: 'postgres' | 'opensearch' = client.value(FLAGS.searchEngine, context);
  const layout: { readonly columns: number; readonly summary: 'side' | 'top' | 'none' } = client.value(FLAGS.checkoutLayout, {});
  const isDark: boolean = client.value(FLAGS.darkMode, {});
  const plan: PlanKey = PLANS.PRO;
  const read: 'invoice:read' = PERMISSIONS.INVOICE.READ;
  client.track(EVENTS.INVOICE_SENT, { invoiceId: 'a', amount: 5, currency: 'EUR' });
  client.start(WORKFLOWS.COMMENT_NOTIFICATION, { documentId: 'a', title: 'b', authorId: 'c', commenter: 'd', text: undefined });
  const support: 'community' | 'business-hours' | 'around-the-clock' = client.holding('support');
  const seats: number | null = client.holding('seats').max;
  return [engine, layout, isDark, plan, read, client.check(PERMISSIONS.EXPENSE.READ_OWN), METERS.STORAGE, support, seats, ENTITLEMENT_LEVELS.SUPPORT.COMMUNITY];
}
`;

test('SC-015 what is written compiles under the strictest settings, whatever the keys, and so do right uses of it', () => {
  write('acme/uses.ts', uses);
  const files = ['acme/uses.ts', ...['forge', 'hostile', 'empty'].map((name) => `${name}/dream-types.ts`)];
  expect(compiled(files)).toBe('');
});

test('a flag, a plan, a permission, an event or a workflow that is no more breaks every use of it', async () => {
  write('removed/uses.ts', uses);
  const gone = ['dark-mode', 'pro', 'invoice:read', 'invoice.sent', 'storage', 'comment-notification', 'community'];
  write('removed/dream-types.ts', textOf(without(await describedExample('acme'), new Set(gone))));
  const missing = [...compiled(['removed/uses.ts']).matchAll(/TS2339: Property '(\w+)' does not exist/gu)];
  expect(missing.map(([, name]) => String(name)).toSorted()).toStrictEqual(
    ['darkMode', 'PRO', 'READ', 'INVOICE_SENT', 'STORAGE', 'COMMENT_NOTIFICATION', 'COMMUNITY'].toSorted(),
  );
});

test.each([
  ['a value that is no variation', "export const engine: 'mysql' = FLAGS.searchEngine.default;", 'TS2322'],
  [
    'a payload without what it must have',
    "export const sent: EventPayloads['invoice.sent'] = { amount: 5 };",
    'TS2739',
  ],
  ['another currency', "export const money: EventPayloads['invoice.sent']['currency'] = 'GBP';", 'TS2322'],
  ['an attribute that nobody declared', 'export const user: ContextAttributes = { user: { age: 5 } };', 'TS2353'],
  ['another permission', "export const may: Permission = 'invoice:eat';", 'TS2820'],
  ['a flag that is written to', 'FLAGS.darkMode = FLAGS.bulkExport;', 'TS2540'],
])('%s is refused', (_, line, code) => {
  const head = "import { type ContextAttributes, type EventPayloads, FLAGS, type Permission } from './dream-types.ts';";
  write('acme/wrong.ts', `${head}\n${line}\n`);
  const errors = compiled(['acme/wrong.ts'])
    .split('\n')
    .filter((error) => error.includes('acme/wrong.ts') && !error.includes('TS6133'));
  expect(errors).toStrictEqual([expect.stringContaining(code)]);
});

test('no key and no text comes out otherwise than it went in', () => {
  const program = "const all = await import('./hostile/dream-types.ts'); console.log(JSON.stringify(all));";
  const { stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const { FLAGS: flags, ...rest }: { FLAGS: object } = JSON.parse(stdout);
  const tokens = hostile.flags.map((flag) => ({ key: flag.key, default: flag.default }));
  expect(Object.values(flags)).toStrictEqual(tokens);
  // A module lists what it exports by name.
  const sorted = (lists: readonly (readonly string[])[]): unknown =>
    lists.map((list) => JSON.stringify(list)).toSorted();
  expect(sorted(innermostTexts(rest))).toStrictEqual(sorted(constantValues(hostile)));
});

test('a formatter has nothing to change, but where a name or a text alone is wider than a line', async () => {
  write('usual/dream-types.ts', textOf(await describedDocuments(usualDocuments)));
  const { stderr, status } = spawnSync(installed('biome'), ['format', 'acme/dream-types.ts', 'forge', 'usual'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^Checked 3 files .* No fixes applied\.$/mu);
  expect(status).toBe(0);
});

test('nothing that no editor shows stands in the code', () => {
  expect(textOf(hostile)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202f\u2066-\u2069]/u);
});

test('an archived flag is marked as one that code should not use, and no text is taken for such a mark', () => {
  const marked = textOf(hostile)
    .split('\n')
    .filter((line) => /^ *\/?\*.*@/u.test(line));
  expect(marked).toStrictEqual(['   * @deprecated Archived in the configuration.']);
});
