// What may be of several kinds, as a program that uses the SDK for Python reads it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTemplates } from '../../../../src/app/read-templates.ts';
import type { TypeReference } from '../../../../src/generate/sdk/api-description.ts';
import { emitPython } from '../../../../src/generate/sdk/python/index.ts';
import { withPython } from '../../../sdk/python-flags/with-python.ts';
import { api, field, named, operation, resource, type } from '../typescript/awkward-api.ts';
import { pythonOutput, writeTree } from './emitted-tree.ts';

const root = mkdtempSync(join(tmpdir(), 'dream-unions-'));
const instant: TypeReference = { kind: 'instant' };

afterAll(() => {
  rmSync(root, { recursive: true });
});

function list(items: TypeReference): TypeReference {
  return { kind: 'list', items };
}

function union(members: readonly TypeReference[], discriminator?: string): TypeReference {
  return { kind: 'union', members, ...(discriminator === undefined ? {} : { discriminator }) };
}

function literal(value: string): TypeReference {
  return { kind: 'literal', value };
}

const line: TypeReference = { kind: 'object', fields: [field('is', literal('line'))] };

const drawing = type('Drawing', [
  field('oneOrAll', union([named('Dot'), named('Disc'), list(named('Dot')), instant])),
  field('either', union([list(named('Dot')), list(named('Named'))])),
  field('timed', union([{ kind: 'map', values: instant }, list(instant)])),
  field('mostFitting', union([named('Dot'), named('Disc')])),
  field('lined', union([named('Named'), line], 'is')),
]);

const unions = api(
  [resource(['drawings'], [operation('drawings.get', { result: { form: 'value', type: named('Drawing') } })])],
  [
    drawing,
    type('Dot', [field('at', instant)]),
    type('Disc', [field('at', instant), field('radius', { kind: 'number' })]),
    type('Named', [field('is', literal('named')), field('name')]),
  ],
);

withPython('what may be of several kinds', () => {
  test('FR-F010 is read as what it is, be it an object, a list or an instant', () => {
    writeTree(root, emitPython(unions, readTemplates('sdk/python')));
    const program = `
from dream_sdk.types import Drawing
noon, day = "2026-01-02T12:00:00Z", "2026-01-02"
dot, disc, name = {"at": noon}, {"at": noon, "radius": 1}, {"is": "named", "name": "x"}
def of(value): return type(value).__name__
def said(**fields): return Drawing(fields)
print([of(said(oneOrAll=value).one_or_all) for value in (dot, disc, noon, day, 3)])
print([of(item) for item in said(oneOrAll=[dot, None]).one_or_all])
print([of(item) for item in said(either=[dot, name, {}, 1]).either])
print(of(said(timed={"a": noon}).timed["a"]), of(said(timed=[noon]).timed[0]))
print([of(said(mostFitting=value).most_fitting) for value in (dot, disc, {})])
print([of(said(lined=value).lined) for value in (name, {"is": "line"}, {"is": "later"})])
`;
    expect(pythonOutput(root, program)).toBe(
      [
        "['Dot', 'Disc', 'datetime', 'str', 'int']",
        "['Dot', 'NoneType']",
        "['Dot', 'Named', 'Unknown', 'int']",
        'datetime datetime',
        "['Dot', 'Disc', 'Unknown']",
        "['Named', 'Unknown', 'Unknown']",
        '',
      ].join('\n'),
    );
  });
});
