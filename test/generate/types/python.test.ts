import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { format } from '@wasm-fmt/ruff_fmt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TypeReference } from '../../../src/generate/sdk/api-description.ts';
import type { ConfigurationTypes } from '../../../src/generate/types/configuration-types.ts';
import { emitPython } from '../../../src/generate/types/python/emit-python.ts';
import { hasPython, pythonEnvironment } from '../../sdk/python/python-environment.ts';
import { describedDocuments, describedExample } from './described.ts';
import { hostileDocuments, usualDocuments } from './hostile-documents.ts';
import { constantValues, innermostTexts, without } from './values-of.ts';
import { notTried } from '../../support/not-tried.ts';

const root = mkdtempSync(join(tmpdir(), 'dream-types-'));
const environment = pythonEnvironment();
const paths = { ...process.env, MYPYPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' };
let acme: ConfigurationTypes;
let hostile: ConfigurationTypes;
let forge: ConfigurationTypes;

beforeAll(async () => {
  acme = await describedExample('acme');
  forge = await describedExample('forge');
  hostile = await describedDocuments(hostileDocuments);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const nothing: ConfigurationTypes = { objectTypes: [], tables: [], families: [], groups: [], flags: [] };

function textOf(types: ConfigurationTypes): string {
  return emitPython(types, 'dream_types.py')[0]?.text ?? '';
}

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** What mypy finds wrong with the files of one folder, but for the kinds of line that every run has. */
function mistakes(python: string, files: readonly string[]): readonly string[] {
  const options = ['--strict', '--python-version', '3.10', '--cache-dir', join(root, 'cache'), '--no-error-summary'];
  const { stderr, stdout } = spawnSync(python, ['-m', 'mypy', ...options, ...files], { encoding: 'utf8', env: paths });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

const uses = `from dream_sdk.flags import FlagClient
from dream_types import (
    ENTITLEMENT_LEVELS, EVENTS, FLAGS, METERS, PERMISSIONS, PLANS, WORKFLOWS,
    CheckoutLayoutFlag, InvoiceSentEvent, Permission, PlanKey, UserAttributes,
)
from typing import Literal


def used(client: FlagClient) -> list[str]:
    engine: Literal["postgres", "opensearch"] = client.value(FLAGS.search_engine, {})
    layout: CheckoutLayoutFlag = client.value(FLAGS.checkout_layout, {})
    is_dark: bool = client.value(FLAGS.dark_mode, {})
    plan: PlanKey = PLANS.PRO
    read: Permission = PERMISSIONS.INVOICE.READ
    own: Literal["expense:read:own"] = PERMISSIONS.EXPENSE.READ_OWN
    sent: InvoiceSentEvent = {"invoiceId": "a", "amount": 5, "currency": "EUR"}
    user: UserAttributes = {"email": "ada@acme.com", "managers": ["eve", 5]}
    print(is_dark, layout["columns"], sent, user)
    return [engine, plan, read, own, EVENTS.INVOICE_SENT, METERS.STORAGE, WORKFLOWS.COMMENT_NOTIFICATION,
            ENTITLEMENT_LEVELS.SUPPORT.COMMUNITY]
`;

const wrong = `from dream_types import FLAGS, InvoiceSentEvent, Permission, UserAttributes
from typing import Literal

engine: Literal["mysql"] = FLAGS.search_engine.default
short: InvoiceSentEvent = {"amount": 5}
money: InvoiceSentEvent = {"invoiceId": "a", "amount": 5, "currency": "GBP"}
user: UserAttributes = {"age": 5}
may: Permission = "invoice:eat"
FLAGS.dark_mode = FLAGS.bulk_export
`;

if ('missing' in environment) {
  notTried('the names of a configuration in Python are not checked', environment.missing);
} else {
  const { python } = environment;

  test('SC-015 mypy --strict finds nothing wrong with what is written, whatever the keys, nor with right uses', () => {
    const files = [
      write('acme/dream_types.py', textOf(acme)),
      write('acme/uses.py', uses),
      write('forge/forge_types.py', textOf(forge)),
      write('hostile/hostile_types.py', textOf(hostile)),
    ];
    expect(mistakes(python, files)).toStrictEqual([]);
  }, 120_000);

  test('a type that stands in a text alone is imported all the same', () => {
    const fields: readonly TypeReference[] = [
      { kind: 'object', fields: [] },
      { kind: 'json' },
      { kind: 'list', items: { kind: 'text' } },
      { kind: 'choice', values: ['a', 'Mapping[str, Any]'] },
    ];
    const files = fields.map((type, place) => {
      const odd = {
        id: 'odd',
        wish: 'odd',
        note: '',
        isSent: false,
        fields: [{ name: 'no-name', type, isRequired: place > 1 }],
      };
      return write(`quoted/quoted_${place}.py`, textOf({ ...nothing, objectTypes: [odd] }));
    });
    expect(mistakes(python, files)).toStrictEqual([]);
    expect(files.map((file) => /from typing import (.*)/u.exec(readFileSync(file, 'utf8'))?.[1])).toStrictEqual([
      'Any, TypedDict',
      'Any, TypedDict',
      'TypedDict',
      'Literal, TypedDict',
    ]);
  }, 120_000);

  test('a flag, a plan, a permission, an event or a workflow that is no more is found wherever it is used', () => {
    const gone = ['dark-mode', 'pro', 'invoice:read', 'invoice.sent', 'storage', 'comment-notification', 'community'];
    const left = write('removed/dream_types.py', textOf(without(acme, new Set(gone))));
    const found = mistakes(python, [left, write('removed/uses.py', uses)]);
    const missing = found.map((line) => /"type\[\w+\]" has no attribute "(\w+)"/u.exec(line)?.[1] ?? line);
    expect(missing.toSorted()).toStrictEqual(
      ['dark_mode', 'PRO', 'READ', 'INVOICE_SENT', 'STORAGE', 'COMMENT_NOTIFICATION', 'COMMUNITY'].toSorted(),
    );
  }, 120_000);

  test('what is no variation, no payload, no attribute or no permission is refused, and so is writing to a flag', () => {
    const found = mistakes(python, [write('wrong/dream_types.py', textOf(acme)), write('wrong/wrong.py', wrong)]);
    const lines = found.map((line) => /wrong\.py:(\d+): error:.* \[([\w-]+)\]$/u.exec(line)?.slice(1));
    expect(lines).toStrictEqual([
      ['4', 'assignment'],
      ['5', 'typeddict-item'],
      ['6', 'typeddict-item'],
      ['7', 'typeddict-unknown-key'],
      ['8', 'assignment'],
      ['9', 'misc'],
    ]);
  }, 120_000);
}

if (hasPython()) {
  test('no key and no text comes out of Python otherwise than it went in', () => {
    write('run/dream_types.py', textOf(hostile));
    const program = `import json, dream_types
def members(of):
    return {name: members(value) if isinstance(value, type) else value
            for name, value in vars(of).items() if not name.startswith("__")}
groups = {name: members(value) for name, value in vars(dream_types).items() if name.isupper()}
flags = [[flag.key, flag.default] for flag in groups.pop("FLAGS").values()]
print(json.dumps([flags, groups]))
`;
    const env = { ...paths, PYTHONPATH: ['sdks/python/src', join(root, 'run')].join(':') };
    const { stderr, stdout } = spawnSync('python3', ['-W', 'error', '-c', program], { encoding: 'utf8', env });
    expect(stderr).toBe('');
    const [flags, groups]: readonly unknown[] = JSON.parse(stdout);
    expect(flags).toStrictEqual(hostile.flags.map(({ default: fallback, key }) => [key, fallback]));
    expect(innermostTexts(groups)).toStrictEqual(constantValues(hostile));
  });
} else {
  notTried('the names of a configuration are not read by Python', 'Python 3.10 as python3');
}

test('ruff format has nothing to change, but where a name alone is wider than a line', async () => {
  for (const types of [acme, forge, await describedDocuments(usualDocuments), await describedDocuments([])]) {
    const text = textOf(types);
    expect(format(text, 'a.py', { line_width: 100, indent_style: 'space', indent_width: 4 })).toBe(text);
  }
});

test('without flags the module needs nothing but Python', async () => {
  const text = textOf(await describedDocuments([{ kind: 'Plan', key: 'pro' }]));
  expect(text.match(/^(from|import) .*$/gmu)).toStrictEqual([
    'from __future__ import annotations',
    'from typing import Final, Literal, TypeAlias',
  ]);
});
