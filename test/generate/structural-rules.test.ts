import { describe, expect, it } from 'vitest';
import { generate } from '../../src/generate/index.ts';
import { placed, problemsOf, smallModels } from './small-models.ts';

const field = (lines: string): string =>
  `type: object\nproperties:\n  size:\n    description: The size.\n${lines.replaceAll(/^/gm, '    ')}\n`;

describe('a schema must be structural', () => {
  const refused: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a node without type',
      field(''),
      ['crm/deal.yaml:8:7 needs a type, an anyOf of branches that differ in type, or a $ref'],
    ],
    [
      'anyOf branches of one type',
      field('anyOf:\n  - { type: integer }\n  - { type: number }'),
      [
        'crm/deal.yaml:11:11 this branch takes number and so does an earlier one; branches must differ in JSON type, so that a value picks its branch by type',
      ],
    ],
    [
      'a rule beside anyOf',
      field('minimum: 1\nanyOf:\n  - { type: string }\n  - { type: number }'),
      ["crm/deal.yaml:9:7 'minimum' beside anyOf is lost once a branch is taken; write it into the branches it is for"],
    ],
    [
      'a field without description',
      'type: object\nproperties:\n  size: { type: string }\n',
      ["crm/deal.yaml:7:5 'size' needs a description"],
    ],
    [
      'a keyword for another type',
      field('type: string\nminimum: 1'),
      ["crm/deal.yaml:10:7 'minimum' means nothing for string; it is for number"],
    ],
    ['a list without items', field('type: array'), ['crm/deal.yaml:8:7 a list must say what its items are (items)']],
    [
      'an object that says nothing',
      field('type: object'),
      [
        'crm/deal.yaml:8:7 an object must say what it holds: properties, patternProperties or additionalProperties (true for anything)',
      ],
    ],
    [
      'a required field that is none',
      'type: object\nrequired: [weight]\nproperties: {}\n',
      ["crm/deal.yaml:6:13 requires 'weight', which is not among its properties"],
    ],
    [
      'a list key the items have not',
      field('type: array\nx-list-key: name\nitems: { type: object, properties: {} }'),
      ["crm/deal.yaml:10:19 the items have no property 'name'"],
    ],
    [
      'a list key that is a number',
      field(
        'type: array\nx-list-key: n\nitems: { type: object, properties: { n: { type: integer, description: N. } } }',
      ),
      ["crm/deal.yaml:10:19 'n' must be a string"],
    ],
    [
      'a set with a key',
      field(
        'type: array\nx-set: true\nx-list-key: n\nitems: { type: object, properties: { n: { type: string, description: N. } } }',
      ),
      ['crm/deal.yaml:10:7 a list is either a set or matched by a key'],
    ],
    [
      'an unknown definition',
      field("$ref: '#/$defs/length'"),
      ["crm/deal.yaml:9:13 there is no definition 'length' in definitions.yaml; known: duration, condition"],
    ],
    [
      'a rule beside a definition that contains itself',
      field("$ref: '#/$defs/condition'\nmaxProperties: 2"),
      [
        "crm/deal.yaml:10:7 'maxProperties' cannot stand beside this $ref: 'condition' contains itself and is taken as it is",
      ],
    ],
    [
      'a rule that contradicts the definition',
      field("$ref: '#/$defs/duration'\npattern: '^x$'"),
      ["crm/deal.yaml:10:7 'pattern' cannot stand beside this $ref: 'duration' says it itself or has another form"],
    ],
    [
      'a reference to a kind that is none',
      field('type: string\nx-reference: Customer'),
      ["crm/deal.yaml:10:20 there is no kind 'Customer'; known: Deal"],
    ],
    [
      'a local reference to a field that declares no names',
      field('type: string\nx-local-reference: /size'),
      ['crm/deal.yaml:10:26 /size of Deal must be an object (its keys are the names) or a list with x-list-key'],
    ],
    ['a default of the wrong type', field('type: number\nx-default: big'), ['crm/deal.yaml:10:18 must be number']],
    [
      'a misspelt keyword',
      field('type: string\nminLenght: 1'),
      ["crm/deal.yaml:10:7 'minLenght' is not a keyword or field that may stand here"],
    ],
    ['a pattern that is none', field("type: string\npattern: '['"), ['crm/deal.yaml:10:16 must match format "regex"']],
  ];

  it.each(refused)('refuses %s', async (_name, schema, expected) => {
    expect(await problemsOf(schema)).toEqual(expected);
  });

  it('names the shared file when the mistake stands in a definition', async () => {
    const problems = await problemsOf(field("$ref: '#/$defs/span'"), {
      'definitions.yaml': 'span:\n  description: A span.\n  type: array\n',
    });
    expect(problems).toEqual(['definitions.yaml:2:3 a list must say what its items are (items)']);
  });

  it('refuses definitions that only refer to each other', async () => {
    const circle = "left: { $ref: '#/$defs/right' }\nright: { $ref: '#/$defs/left' }\n";
    const problems = await problemsOf('type: object\nproperties: {}\n', { 'definitions.yaml': circle });
    expect(problems).toEqual([
      "definitions.yaml:1:15 definition 'right' never says its type",
      "definitions.yaml:2:16 definition 'left' never says its type",
    ]);
  });
});

describe('a model file', () => {
  const model = (lines: string): string =>
    `kind: Deal\nplural: deals\nsummary: A sale.\n${lines}\nschema: { type: object, properties: {} }\nexamples: [{ kind: Deal, key: a }]\n`;

  const refused: readonly (readonly [string, { readonly [path: string]: string }, readonly string[]])[] = [
    [
      'with an unknown key',
      { 'crm/deal.yaml': model('colour: red') },
      ["crm/deal.yaml:4:1 'colour' is not a keyword or field that may stand here"],
    ],
    [
      'with a column that is no field',
      { 'crm/deal.yaml': model('columns: [key, size]') },
      ["crm/deal.yaml:4:16 there is no field 'size'"],
    ],
    ['that is no YAML', { 'crm/deal.yaml': 'kind: [' }, [expect.stringMatching(/^crm\/deal\.yaml:1:8 /)]],
    [
      'whose example is not valid',
      { 'crm/deal.yaml': model('').replace('key: a', 'key: 5') },
      ['crm/deal.yaml:6:31 must be string'],
    ],
    [
      'under another name than its kind',
      { 'crm/deal.yaml': model('').replaceAll('Deal', 'BigDeal') },
      ['crm/deal.yaml:1:7 the model of kind BigDeal stands in a file called big-deal.yaml'],
    ],
    [
      'outside a component',
      { 'deal.yaml': model(''), 'crm/deal.yaml': model('') },
      ['deal.yaml:1:1 a model stands in the folder of its component: models/<component>/<kind>.yaml'],
    ],
    [
      'whose kind is taken',
      { 'crm/deal.yaml': model(''), 'sales/deal.yaml': model('') },
      [
        "sales/deal.yaml:1:7 kind 'Deal' is already taken by models/crm/deal.yaml",
        "sales/deal.yaml:2:9 plural 'deals' is already taken by models/crm/deal.yaml",
      ],
    ],
  ];

  it.each(refused)('%s is refused', async (_name, files, expected) => {
    const { problems, files: generated } = await generate(smallModels(files));
    expect(problems.map(placed)).toEqual(expected);
    expect(generated).toEqual([]);
  });

  it('is refused when the meta-schema itself is wrong', async () => {
    const { problems } = await generate(smallModels({ 'meta-schema.yaml': 'type: objekt\n' }));
    expect(problems.map((problem) => `${problem.path}:${problem.line}:${problem.column}`)).toContain(
      'meta-schema.yaml:1:7',
    );
  });

  it.each(['meta-schema.yaml', 'envelope.yaml', 'definitions.yaml'])('needs %s beside it', async (path) => {
    const { problems } = await generate(smallModels().filter((file) => file.path !== path));
    expect(problems.map(placed)).toEqual([`${path}:1:1 the file is missing`]);
  });
});
