// What is written of any API for Python: under mypy, and as a program has it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from '@wasm-fmt/ruff_fmt';
import { afterAll, expect, test } from 'vitest';
import { readTemplates } from '../../../../src/app/read-templates.ts';
import { emitPython } from '../../../../src/generate/sdk/python/index.ts';
import { withPython } from '../../../sdk/python-flags/with-python.ts';
import { pythonEnvironment } from '../../../sdk/python/python-environment.ts';
import { itInLongRuns } from '../../../support/it-in-long-runs.ts';
import { endWithout } from '../../../support/not-tried.ts';
import { api, awkwardApi, operation, resource } from '../typescript/awkward-api.ts';
import { eventfulApi } from '../typescript/eventful-api.ts';
import { hostileNames } from '../typescript/hostile-names.ts';
import { pythonOutput, typeErrors, writeTree } from './emitted-tree.ts';
import { hostileApi } from './hostile-api.ts';

const templates = readTemplates('sdk/python');
const byHand = new Set(templates.map(({ path }) => path));
const root = mkdtempSync(join(tmpdir(), 'dream-python-'));

afterAll(() => {
  rmSync(root, { recursive: true });
});

for (const [name, description] of [
  ['awkward', awkwardApi],
  ['hostile', hostileNames],
  ['hostile to Python', hostileApi],
  ['eventful', eventfulApi],
] as const) {
  itInLongRuns(`CP-05 mypy finds nothing wrong with what is written of any API: ${name}`, ({ skip }) => {
    const environment = pythonEnvironment();
    if ('missing' in environment) return endWithout(environment.missing, skip);
    const files = emitPython(description, templates);
    const directory = join(root, name);
    writeTree(directory, files);
    const generated = files.filter(({ path }) => !byHand.has(path));
    expect(typeErrors(environment.python, directory, generated)).toBe('');
  });
}

test.each([awkwardApi, hostileNames, hostileApi, eventfulApi])(
  'no two modules go by one name, and all are Python',
  (description) => {
    const files = emitPython(description, templates);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
    for (const { path, text } of files.filter((file) => file.path.endsWith('.py') && !byHand.has(file.path))) {
      expect(format(text, path, { line_width: 100, indent_style: 'space', indent_width: 4 })).toBe(text);
    }
  },
);

/** Every module of an SDK can be imported; then what the rest of the program writes. */
function imported(rest: string): string {
  return `
import importlib, pathlib
import dream_sdk
root = pathlib.Path(dream_sdk.__file__).parent
for package in ("resources", "types", "params"):
    for path in (root / package).glob("*.py"):
        importlib.import_module(f"dream_sdk.{package}.{path.stem}")
from dream_sdk import AsyncDream, Dream
client = Dream(base_url="http://127.0.0.1:1")
${rest}`;
}

withPython('what is written of any API', () => {
  test('no resource hides what a client can do, and no operation what a resource can', () => {
    const directory = join(root, 'run');
    writeTree(directory, emitPython(hostileApi, templates));
    const program = imported(`
for one in (client, AsyncDream(base_url="http://127.0.0.1:1")):
    other = one.with_options(tenant="acme")
    other.set_user_token(None)
    for name in ("raw_", "with_options_", "set_user_token_", "close_", "cached_property_", "aux"):
        print(type(getattr(other, name)).__name__, hasattr(getattr(other, name), "get"))
    zoo = other.zoo
    print(type(zoo.recording()[0]).__name__, callable(zoo.recording_), callable(zoo.list_))
    print([type(getattr(zoo, name)).__name__ for name in ("list", "str", "cached_property_", "keepers")])
    print(type(other.pets.toys).__name__, type(other.pets_toys).__name__)
client.close()
`);
    const kinds = (prefix: string): string =>
      [
        ...['Raw', 'WithOptions', 'SetUserToken', 'Close', 'CachedProperty', 'Aux'].map(
          (name) => `${prefix}${name}Resource True\n`,
        ),
        `${prefix}ZooResource True True\n`,
        `['${prefix}ZooListResource', '${prefix}ZooStrResource', '${prefix}ZooCachedPropertyResource', '${prefix}ZooKeepersResource']\n`,
        `${prefix}PetsToysResource ${prefix}PetsToys2Resource\n`,
      ].join('');
    expect(pythonOutput(directory, program)).toBe(kinds('') + kinds('Async'));
  });

  test('what is sent without a single field has its type, and an answer of any name is read', () => {
    const directory = join(root, 'sent');
    writeTree(directory, emitPython(hostileApi, templates));
    const program = imported(`
from dream_sdk import params, types
print(params.EmptyParam.__name__, params.PetParam.__name__, types.PetParamObject.__name__)
print(types.NoneObjectObject.__name__, types.NoneObject.__name__, types.TrueObject.__name__)
answer = types.NoneObjectObject({"true": True, "none": {"base": {"param": {"name": "x"}}}})
print(answer.true, answer.none.base.param.name)
`);
    expect(pythonOutput(directory, program)).toBe(
      'EmptyParam PetParam PetParamObject\nNoneObjectObject NoneObject TrueObject\nTrue x\n',
    );
  });
});

test.each(['constructEvent', 'signTestEvent'])('an operation hides nothing written by hand: %s', (name) => {
  const clash = api([resource(['webhooks'], [operation(`webhooks.${name}`)])]);
  expect(() => emitPython(clash, templates)).toThrow(
    new RangeError(`webhooks.${name} and a member of _additions/webhooks.py have one name`),
  );
});

test('operations whose names read alike go to places of their own', () => {
  const files = emitPython(hostileApi, templates);
  const zoo = files.find(({ path }) => path.endsWith('/resources/zoo.py'))?.text ?? '';
  expect(zoo).toContain('_ZOO_GET_URL = Operation("zoo.getURL", "GET", "/v1/zoo/one")\n');
  expect(zoo).toContain('_ZOO_GET_URL_ = Operation("zoo.getUrl", "GET", "/v1/zoo/other")\n');
});

test('every call of the index is called as it is written there', () => {
  const index = emitPython(hostileApi, templates).find(({ path }) => path === 'api.md')?.text ?? '';
  for (const call of ['client.raw_.get()', 'client.zoo.list_()', 'client.zoo.recording_()', 'client.zoo.list.get()']) {
    expect(index).toContain(`| \`${call}\` |`);
  }
  expect(index).toContain('| `client.zoo.get_url()` | `GET /v1/zoo/one` |');
  expect(index).toContain('| `client.zoo.get_url_()` | `GET /v1/zoo/other` |');
});
