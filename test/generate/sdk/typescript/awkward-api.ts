import type {
  ApiDescription,
  SdkField,
  SdkOperation,
  SdkResource,
  SdkType,
  TypeReference,
} from '../../../../src/generate/sdk/api-description.ts';

const text: TypeReference = { kind: 'text' };
const instant: TypeReference = { kind: 'instant' };
const long = 'a-value-of-a-choice-that-is-rather-long';

export function named(name: string): TypeReference {
  return { kind: 'named', name };
}

export function field(name: string, type: TypeReference = text, isRequired = true): SdkField {
  return { name, type, isRequired };
}

export function operation(id: string, more: Partial<SdkOperation> = {}): SdkOperation {
  return {
    id,
    name: id.slice(id.lastIndexOf('.') + 1),
    component: 'made-up',
    method: 'GET',
    route: `/v1/${id}`,
    summary: 'Do it',
    auth: ['secret'],
    pathParameters: [],
    queryParameters: [],
    result: { form: 'nothing' },
    isMutation: false,
    isAboutTenant: false,
    errors: [],
    ...more,
  };
}

export function resource(
  path: readonly string[],
  operations: readonly SdkOperation[],
  resources: readonly SdkResource[] = [],
): SdkResource {
  return { name: path.at(-1) ?? '', path, operations, resources };
}

export function type(name: string, fields: readonly SdkField[], more: Partial<SdkType> = {}): SdkType {
  return { name, fields, isSent: false, isAnswered: true, ...more };
}

export function api(resources: readonly SdkResource[], types: readonly SdkType[] = []): ApiDescription {
  return { version: '0.1.0', apiVersion: '2026-11-01', resources, types };
}

const manyChoices: TypeReference = {
  kind: 'choice',
  values: [`${long}-1`, `${long}-2`, "it's", 'say "so"', 'back\\slash'],
};

const countries = Array.from({ length: 30 }, (_, index) => `country-${index}`);

/** Names and types that lead generators astray. */
export const awkwardApi: ApiDescription = api(
  [
    resource(
      ['default'],
      [
        operation('default.delete', {
          method: 'DELETE',
          route: '/v1/default/{class}/{options}/{user-id}/{n}',
          description: 'Ends */ a comment.',
          pathParameters: [field('class'), field('options'), field('user-id'), field('n', { kind: 'integer' })],
          isMutation: true,
          errors: ['a/b', 'c/d'],
        }),
        operation('default.call', { result: { form: 'value', type: { kind: 'list', items: manyChoices } } }),
        operation('default.constructor', {
          body: { kind: 'object', fields: [field('at', instant), field('note', text, false)] },
          result: { form: 'value', type: { kind: 'nullable', of: named('Call') } },
        }),
        operation('default.withAVeryLongNameThatLeavesNoRoomOnItsLine', {
          pathParameters: [field('tenant'), field('anotherParameterOfThePath')],
          queryParameters: [field('since', instant, false), field('kinds', { kind: 'list', items: text })],
          body: named('Empty'),
          result: { form: 'pages', page: named('CallPage'), item: named('Call') },
        }),
        operation('default.resource', { result: { form: 'value', type: named('Resource') } }),
        operation('default.stream', { result: { form: 'events', data: named('Call') } }),
        operation('default.download', { result: { form: 'bytes', contentTypes: ['text/csv'] } }),
      ],
      [resource(['default', 'pages'], [operation('default.pages.list')])],
    ),
    resource(['withOptions'], [operation('withOptions.get')]),
  ],
  [
    type('Call', [
      field('user-agent'),
      field('3d', { kind: 'boolean' }),
      { ...field('limit', { kind: 'integer' }, false), description: 'How many.', default: 20 },
      field('status', manyChoices),
      field('statuses', { kind: 'list', items: { kind: 'nullable', of: manyChoices } }),
      field('country', { kind: 'choice', values: countries }),
      field('countries', { kind: 'list', items: { kind: 'choice', values: countries } }),
      field('matrix', { kind: 'list', items: { kind: 'list', items: { kind: 'number' } } }),
      field('at', { kind: 'nullable', of: instant }),
      field('self', { kind: 'nullable', of: named('Call') }, false),
      field('anything', { kind: 'union', members: [text, { kind: 'json' }] }),
      field('counts', { kind: 'map', values: { kind: 'list', items: { kind: 'integer' } } }),
      field('nested', {
        kind: 'nullable',
        of: {
          kind: 'object',
          fields: [
            { ...field('inner', { kind: 'object', fields: [field('deep')] }), description: 'Within.' },
            field('literal', { kind: 'literal', value: true }),
          ],
        },
      }),
      field('shape', { kind: 'union', members: [named('Circle'), named('Square')], discriminator: 'is' }),
      field('shapes', {
        kind: 'list',
        items: {
          kind: 'union',
          members: [
            named('Circle'),
            named('Square'),
            {
              kind: 'object',
              fields: [field('is', { kind: 'literal', value: 'line' }), field('length', { kind: 'number' })],
            },
          ],
          discriminator: 'is',
        },
      }),
    ]),
    type('CallPage', [field('data', { kind: 'list', items: named('Call') }), field('pagination', named('Pagination'))]),
    type('Pagination', [field('hasNext', { kind: 'boolean' })]),
    type('Circle', [field('is', { kind: 'literal', value: 'circle' }), field('radius', { kind: 'number' })]),
    type('Square', [
      field('is', { kind: 'choice', values: ['square', 'rhombus'] }),
      field('side', { kind: 'number' }, false),
    ]),
    type('Default', [field('a', instant, false)], { isSent: true }),
    type('Date', [field('on', instant)], { others: { kind: 'integer' } }),
    type('Counts', [], { others: { kind: 'integer' } }),
    type('Resource', [field('of', named('Call'), false)]),
    type('Empty', [], { isSent: true, isAnswered: false }),
    type('UnknownKind', [field('at', instant, false)], { isSent: true, isAnswered: false }),
  ],
);
