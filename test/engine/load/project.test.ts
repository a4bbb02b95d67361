import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/engine/json.ts';
import { projectSchema } from '../../../src/engine/load/project-schema.ts';
import { findViolations } from '../../../src/engine/validate/find-violations.ts';
import { prepareSchema } from '../../../src/engine/validate/schema-node.ts';
import { rangeText, readMarks } from '../../support/marked-text.ts';
import { loadFiles } from '../../support/project-folder.ts';

const cases: readonly (readonly [title: string, marked: string, ...codes: string[]])[] = [
  ['no project', '«environments»: { a: {} }\n', 'field/missing'],
  ['no environments', '«project»: acme\n', 'field/missing'],
  ['environments without any', 'project: acme\nenvironments: «{}»\n', 'value/length'],
  ['an unknown field', 'project: acme\nenvironments: { a: {} }\n«ignored»: []\n', 'field/unknown'],
  ['an unknown setting', 'project: acme\nenvironments: { a: { «mod»: live } }\n', 'field/unknown'],
  ['an unknown mode', 'project: acme\nenvironments: { a: { mode: «liv» } }\n', 'value/not-allowed'],
  ['a bad name of an environment', 'project: acme\nenvironments: { «Prod»: {} }\n', 'field/bad-name'],
  ['a bad name of the project', 'project: «Acme Inc»\nenvironments: { a: {} }\n', 'value/pattern'],
  ['a variable that is a list', 'project: acme\nenvironments: { a: {} }\nvars: { X: «[1]» }\n', 'value/type'],
  [
    'a limit below zero',
    'project: acme\nenvironments: { a: {} }\nguardrails: { a: { maxDeletes: «-1» } }\n',
    'value/range',
  ],
  [
    'a limit that is not whole',
    'project: acme\nenvironments: { a: {} }\nguardrails: { a: { maxDeletes: «1.5» } }\n',
    'value/type',
  ],
  [
    'an unknown action',
    'project: acme\nenvironments: { a: {} }\nguardrails: { a: { requireApproval: [«destroy»] } }\n',
    'value/not-allowed',
  ],
  [
    'an action twice',
    'project: acme\nenvironments: { a: {} }\nguardrails: { a: { requireApproval: [delete, «delete»] } }\n',
    'list/duplicate',
  ],
  [
    'limits of an environment whose name begins with the one that is unknown',
    'project: acme\nenvironments: { a: {}, production: {} }\nguardrails: { «prod»: { maxDeletes: 1 }, production: { «maxDelets»: 1, requireApproval: [«deletes»] } }\n',
    'project/unknown-environment',
    'project/unknown-guardrail',
    'value/not-allowed',
  ],
  ['a list', '«- project»: acme\n', 'document/not-a-mapping'],
  [
    'several mistakes at once',
    'project: «5»\nenvironments: { a: { protect: «yes» } }\n«x»: y\n',
    'value/type',
    'value/type',
    'field/unknown',
  ],
];

describe('CP-01 dream.yaml is checked like everything else', () => {
  it.each(cases)('%s', async (_, marked, ...codes) => {
    const { text, marks } = readMarks(marked);
    const { diagnostics, configuration } = await loadFiles({ 'dream.yaml': text });
    expect(diagnostics.map(({ code, at }) => `${at === undefined ? '-' : rangeText(at)} ${code}`)).toEqual(
      codes.map((code, index) => `${marks[index] ?? '?'} ${code}`),
    );
    expect(configuration).toBeNull();
  });

  it('its mistakes do not hide those of other files, nor bring about new ones there', async () => {
    const resource =
      'kind: Role\nkey: r\nname: ${vars.X}\ninherits: [gone]\nenvironments: { production: { name: x } }\n';
    const { diagnostics } = await loadFiles({ 'dream.yaml': 'project: acme\n', 'a.yaml': resource });
    expect(diagnostics.map(({ code }) => code)).toEqual(['reference/unknown', 'field/missing']);
  });

  it('is judged as a JSON Schema validator would judge it', () => {
    const ajv = new Ajv2020({ strict: false });
    const validate = ajv.compile(projectSchema);
    const root = prepareSchema(projectSchema);
    const scalar = fc.oneof(
      fc.constantFrom<Json>('a', 'Prod', 'live', 'test', 'delete', '', 0, -1, 1.5, 3, true, null),
      fc.string({ maxLength: 4 }),
    );
    const vars = fc.dictionary(fc.constantFrom('X', 'Y', '1', 'a b'), scalar, { maxKeys: 3, noNullPrototype: true });
    const settings = fc.oneof(
      scalar,
      fc.record({ mode: scalar, protect: scalar, vars, other: scalar }, { requiredKeys: [], noNullPrototype: true }),
    );
    const guardrails = fc.record(
      { maxDeletes: scalar, requireApproval: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })), maxNothing: scalar },
      { requiredKeys: [], noNullPrototype: true },
    );
    const named = (values: fc.Arbitrary<unknown>) =>
      fc.dictionary(fc.constantFrom('a', 'prod', 'Prod', '-'), values, { maxKeys: 3, noNullPrototype: true });
    const document = fc.record(
      {
        project: scalar,
        environments: fc.oneof(scalar, named(settings)),
        vars,
        guardrails: fc.oneof(scalar, named(guardrails)),
        ignore: fc.array(scalar, { maxLength: 2 }),
        extra: scalar,
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(document, (value) => {
        expect(findViolations(root, value as Json).length === 0).toBe(validate(value));
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
