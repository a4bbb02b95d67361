import { globSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { components } from '../../src/components/index.ts';
import { editorSchema } from '../../src/generate/editor-schema.ts';

const models = components.flatMap((component) => component.models);

function compile(): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
  ajv.addVocabulary(['markdownEnumDescriptions', 'defaultSnippets']);
  return ajv.compile(editorSchema(models));
}

const flag = { kind: 'Flag', key: 'dark-mode', variations: { on: true, off: false } };

describe('the editor schema', () => {
  const validate = compile();

  it('is draft-07 and accepts every example of every kind', () => {
    for (const example of models.flatMap((model) => model.examples)) {
      expect({ example, accepted: validate(example), errors: validate.errors }).toEqual({
        example,
        accepted: true,
        errors: null,
      });
    }
  });

  it('is not stricter than the product: it accepts every document of the example project', () => {
    const paths = globSync('examples/acme/**/*.yaml');
    const documents = paths.flatMap((path) =>
      parseAllDocuments(readFileSync(path, 'utf8')).map((document) => ({ path, document })),
    );
    expect(documents.length).toBeGreaterThan(20);
    for (const { path, document } of documents) {
      const value: unknown = document.toJS();
      if (value === null) continue;
      expect({ path, value, accepted: validate(value), errors: validate.errors }).toMatchObject({
        accepted: true,
        errors: null,
      });
    }
  });

  it.each([
    [{ project: 'acme', environments: { production: { mode: 'live' } }, vars: { A: 1 } }, true],
    [{ project: 'acme' }, false],
    [{ project: 'acme', environments: { production: { mod: 'live' } } }, false],
    [{ project: 'acme', environments: {}, guardrails: { production: { maxDeletes: -1 } } }, false],
    [{ key: 'x' }, false],
  ])('describes dream.yaml, which has no kind: %j', (document, isAccepted) => {
    expect(validate(document)).toBe(isAccepted);
  });

  it('offers the kinds, each with its summary and a first document', () => {
    const schema = editorSchema(models);
    const kinds = models.map((model) => model.kind);
    expect(schema['properties']).toMatchObject({
      kind: { enum: kinds, markdownEnumDescriptions: models.map((model) => model.summary) },
    });
    expect(schema['defaultSnippets']).toEqual(
      models.map((model) => ({ label: `New ${model.kind}`, description: model.summary, body: model.examples[0] })),
    );
  });

  it.each<readonly [string, object, string]>([
    ['an unknown kind', { kind: 'Flagg', key: 'a' }, '/kind'],
    ['a field of another kind', { ...flag, prices: {} }, ''],
    ['a value of another type', { ...flag, clientSide: 5 }, '/clientSide'],
    ['a value that is no choice', { ...flag, state: 'paused' }, '/state'],
    [
      'an unknown field in an overlay',
      { ...flag, environments: { production: { fallthru: 'on' } } },
      '/environments/production',
    ],
    [
      'a second key in an overlay',
      { ...flag, environments: { production: { key: 'other' } } },
      '/environments/production',
    ],
    [
      'a misspelt operator deep in a condition',
      { ...flag, rules: [{ serve: 'on', if: { all: [{ 'user.age': { atleast: 1 } }] } }] },
      '/rules/0/if/all/0/user.age',
    ],
  ])('marks %s', (_what, document, place) => {
    expect(validate(document)).toBe(false);
    expect(validate.errors?.map((error) => error.instancePath)).toContain(place);
  });

  it.each<readonly [string, object]>([
    [
      'a field removed in one environment',
      { ...flag, fallthrough: 'on', environments: { production: { fallthrough: null, state: null } } },
    ],
    [
      'a part of an object in one environment',
      { ...flag, environments: { production: { experiment: { control: 'off' } } } },
    ],
    ['a variable where a choice is asked for', { ...flag, state: '${vars.state}' }],
    ['a variable where true or false is asked for', { ...flag, clientSide: '${vars.clientSide}' }],
    ['a variable where a form is asked for', { ...flag, expires: '${vars.sunset}' }],
  ])('lets %s pass', (_what, document) => {
    expect({ accepted: validate(document), errors: validate.errors }).toEqual({ accepted: true, errors: null });
  });
});
