import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConfigurationTypes } from '../../../src/generate/types/configuration-types.ts';
import { emitJava } from '../../../src/generate/types/java/emit-java.ts';
import { isPackageName } from '../../../src/generate/types/java/package-name.ts';
import { pascalCase, wordsOf } from '../../../src/generate/types/names/words.ts';
import { hasJdk, javaFlags, jdkNeeds } from '../../sdk/java/jdk.ts';
import { longRun } from '../../support/long-run.ts';
import { describedDocuments, describedExample } from './described.ts';
import { hostileDocuments } from './hostile-documents.ts';
import { sdkSourcePath } from './sdk-source-path.ts';
import { constantValues, without } from './values-of.ts';
import { notTried } from '../../support/not-tried.ts';

const root = mkdtempSync(join(tmpdir(), 'dream-types-'));
const classes = join(root, 'classes');
let acme: ConfigurationTypes;
let hostile: ConfigurationTypes;
let sourcePath: string;

beforeAll(async () => {
  acme = await describedExample('acme');
  hostile = await describedDocuments(hostileDocuments);
  sourcePath = sdkSourcePath(root);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The paths of the files, which are written. */
function written(folder: string, types: ConfigurationTypes, packageName: string): readonly string[] {
  return emitJava(types, packageName).map(({ path, text }) => {
    const file = join(root, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  });
}

/** What javac has to say with all its warnings on, comments included. */
function compiled(files: readonly string[]): string {
  const strict = ['-Xlint:all', '-Xdoclint:all/protected', '-Werror', '-Xmaxerrs', '1000'];
  const places = ['-sourcepath', sourcePath, '-implicit:class', '-d', classes, '--release', '17'];
  const jvm = javaFlags.map((flag) => `-J${flag}`);
  return spawnSync('javac', [...jvm, ...strict, ...places, ...files], { encoding: 'utf8' }).stderr;
}

function run(program: string, parameters: readonly string[]): unknown {
  const { stderr, stdout } = spawnSync('java', [...javaFlags, '-cp', classes, program, ...parameters], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const manyFlags = Array.from({ length: 7_000 }, (_, place) => `flag-${place}`);
const manyActions = Array.from({ length: 1_100 }, (_, place) => `act-${place}`);

const manyDocuments = [
  ...manyFlags.map((key) => ({ kind: 'Flag', key, variations: { on: true, off: false }, offVariation: 'off' })),
  { kind: 'ResourceType', key: 'invoice', actions: manyActions, scopes: { own: 'resource.createdBy == user.key' } },
];

/** What is in the lists of a list. */
function flatOnce(lists: unknown): readonly unknown[] {
  return (Array.isArray(lists) ? lists : []).flat();
}

const uses = resolve('test/generate/types/java/Uses.java');
const asks = resolve('test/generate/types/java/Asks.java');
const dump = resolve('test/generate/types/java/Dump.java');

if (hasJdk()) {
  let messages: string;

  beforeAll(async () => {
    // Seven hundred classes take their time.
    const forge = longRun ? written('forge', await describedExample('forge'), 'com.forge.dream') : [];
    const others = [...written('acme', acme, 'com.acme.dream'), ...written('hostile', hostile, 'org.hostile')];
    const many = written('many', await describedDocuments(manyDocuments), 'org.many');
    messages = compiled([...others, ...many, ...forge, uses, asks, dump]);
  }, 120_000);

  test('SC-015 javac finds nothing wrong with what is written, whatever the keys, nor with right uses of it', () => {
    expect(messages).toBe('');
    expect(run('Uses', [])).toStrictEqual([
      'search-engine',
      true,
      false,
      { columns: 2, summary: 'side' },
      'pro',
      'invoice:read',
      'expense:read:own',
      'invoice.sent',
      'storage',
      'comment-notification',
      'community',
      { invoiceId: 'a', amount: 5, currency: 'EUR' },
      { email: 'ada@acme.com', managers: ['eve', 5] },
      'InvoiceSentEvent lacks invoiceId, currency',
      true,
      true,
      'UserAttributes[email, managers]',
    ]);
  });

  test('no key and no text comes out of Java otherwise than it went in', () => {
    const groups = [...hostile.families, ...hostile.groups].map(({ name }) => pascalCase(wordsOf(name)));
    const found = run(
      'Dump',
      ['Flags', 'FlagValues', ...groups].map((name) => `org.hostile.${name}`),
    );
    const flags = hostile.flags.map(({ default: fallback, key }) => [key, fallback]);
    const choices = hostile.flags.flatMap(({ type }) => (type.kind === 'union' ? [type.members] : []));
    const texts = choices.map((members) => members.flatMap((member) => ('value' in member ? [member.value] : [])));
    const sorted = (lists: unknown): unknown =>
      Array.isArray(lists) ? lists.map((list) => JSON.stringify(list)).toSorted() : lists;
    expect(sorted(found)).toStrictEqual(sorted([flags, ...texts, ...constantValues(hostile)]));
  });

  test('of flags and permissions there may be more than a class file has room for', () => {
    const [flags, permissions] = ['Flags', 'Permissions'].map((name) => run('Dump', [`org.many.${name}`]));
    const asTexts = (all: readonly unknown[]) => new Set(all.map((one) => JSON.stringify(one)));
    expect(asTexts(flatOnce(flags))).toStrictEqual(asTexts(manyFlags.map((key) => [key, false])));
    const names = ['*', ...manyActions.flatMap((action) => [action, `${action}:own`])];
    expect(new Set(flatOnce(permissions))).toStrictEqual(new Set(names.map((name) => `invoice:${name}`)));
  });

  test('a flag, a plan, a permission, an event or a workflow that is no more breaks every use of it', () => {
    const gone = ['dark-mode', 'pro', 'invoice:read', 'invoice.sent', 'storage', 'comment-notification', 'community'];
    const left = written('removed', without(acme, new Set(gone)), 'com.acme.dream');
    const missing = [...compiled([...left, uses]).matchAll(/symbol: +variable (\w+)/gu)].map(([, name]) =>
      String(name),
    );
    expect(missing.toSorted()).toStrictEqual(
      ['DARK_MODE', 'PRO', 'READ', 'INVOICE_SENT', 'STORAGE', 'COMMENT_NOTIFICATION', 'COMMUNITY'].toSorted(),
    );
  }, 120_000);
} else {
  notTried('the names of a configuration in Java are not compiled', jdkNeeds);
}

test.each([
  ['com.acme.dream', true],
  ['dream', true],
  ['com._x.y1', true],
  ['com.class.dream', false],
  ['com..dream', false],
  ['', false],
  ['com.1x', false],
  ['com/acme', false],
  ['com.acme;', false],
  ['..', false],
])('%s as the name of a package: %s', (name, isOne) => {
  expect(isPackageName(name)).toBe(isOne);
});
