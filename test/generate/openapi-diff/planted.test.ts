import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/engine/json.ts';
import { type ApiDifference, compareOpenApi, sorts } from '../../../src/generate/openapi-diff/index.ts';
import { document, withValue } from './document.ts';
import { type Planted, plantedCalls } from './planted-calls.ts';

const get = ['paths', '/v1/boats/{boat}', 'get'];
const put = ['paths', '/v1/boats/{boat}', 'put'];
const schemas = ['components', 'schemas'];
const field = (of: string, name: string): readonly string[] => [...schemas, of, 'properties', name];
const trace = ['components', 'parameters', 'Trace'];
const boat: Json = { $ref: '#/components/schemas/Boat' };
const both = [{ $ref: '#/components/schemas/Fish' }, { $ref: '#/components/schemas/Sand' }];
const codes404 = [...get, 'responses', '404', 'x-error-codes'];

const planted: readonly Planted[] = [
  ...plantedCalls,
  [get, undefined, [['operation-removed', 'GET /v1/boats/{boat}', 'boats.get', null]]],
  [['paths', '/v2'], { get: { operationId: 'new' } }, [['operation-added', 'GET /v2', null, 'new']]],
  [[...get, 'operationId'], 'boats.read', [['operation-renamed', 'GET /v1/boats/{boat}', 'boats.get', 'boats.read']]],
  [
    [...get, 'security'],
    [{ secretKey: [] }, { publishableKey: [] }],
    [
      ['auth-removed', 'GET /v1/boats/{boat}', 'publishableKey and userToken', null],
      ['auth-added', 'GET /v1/boats/{boat}', null, 'publishableKey'],
    ],
  ],
  [[...get, 'x-scope'], 'boats:write', [['scope-changed', 'GET /v1/boats/{boat}', 'boats:read', 'boats:write']]],
  [
    [...put, 'x-pagination'],
    { form: 'cursor' },
    [['pagination-changed', 'PUT /v1/boats/{boat}', '{"form":"offset"}', '{"form":"cursor"}']],
  ],
  [[...trace, 'required'], true, [['parameter-required', 'GET /v1/boats/{boat} Trace', 'optional', 'required']]],
  [
    [...get, 'parameters'],
    [{ name: 'ship', in: 'path', required: true, schema: { type: 'string' } }],
    [
      ['parameter-removed', 'GET /v1/boats/{boat} Trace', 'string', null],
      ['parameter-removed', 'GET /v1/boats/{boat} depth', 'integer', null],
      ['parameter-removed', 'GET /v1/boats/{boat} sort', '"name" or "age"', null],
    ],
  ],
  [
    [...put, 'parameters'],
    [
      { name: 'loud', in: 'query', required: false, schema: { type: 'boolean' } },
      { name: 'mode', in: 'query', required: true, schema: { type: 'string' } },
    ],
    [
      ['parameter-required', 'PUT /v1/boats/{boat} mode', null, 'string'],
      ['parameter-added', 'PUT /v1/boats/{boat} loud', null, 'boolean'],
    ],
  ],
  [[...put, 'requestBody'], undefined, [['body-removed', 'PUT /v1/boats/{boat} body', 'required', null]]],
  [
    [...get, 'requestBody'],
    { required: true, content: {} },
    [['body-required', 'GET /v1/boats/{boat} body', null, 'required']],
  ],
  [
    [...get, 'responses', '200', 'content'],
    { 'text/csv': { schema: { type: 'string' } } },
    [
      ['content-type-removed', 'GET /v1/boats/{boat} 200', 'application/json', null],
      ['content-type-added', 'GET /v1/boats/{boat} 200', null, 'text/csv'],
    ],
  ],
  [[...put, 'responses', '202'], undefined, [['status-removed', 'PUT /v1/boats/{boat}', '202', null]]],
  [[...put, 'responses', '204'], {}, [['status-added', 'PUT /v1/boats/{boat}', null, '204']]],
  [
    [...get, 'responses', '200', 'headers'],
    { ETag: {} },
    [
      ['header-removed', 'GET /v1/boats/{boat} 200', 'X-Request-Id', null],
      ['header-added', 'GET /v1/boats/{boat} 200', null, 'ETag'],
    ],
  ],
  [
    codes404,
    ['boats/unknown', 'boats/lost', 'boats/busy'],
    [
      ['error-removed', 'GET /v1/boats/{boat}', 'boats/sunk', null],
      ['error-added', 'GET /v1/boats/{boat}', null, 'boats/lost'],
    ],
  ],
  [
    [...get, 'responses', '410'],
    { 'x-error-codes': ['boats/busy'] },
    [['error-moved', 'GET /v1/boats/{boat} boats/busy', '409', '410']],
  ],
  [['webhooks', 'boat.sunk'], undefined, [['event-removed', 'boat.sunk', 'boat.sunk', null]]],
  [['webhooks', 'boat.built'], {}, [['event-added', 'boat.built', null, 'boat.built']]],
  [['x-kinds', 'Harbour'], undefined, [['kind-removed', 'Harbour', 'Harbour', null]]],
  [['x-kinds', 'Harbour', 'plural'], 'havens', [['kind-moved', 'Harbour', 'harbours', 'havens']]],
  [['x-kinds', 'Harbour', 'plural'], undefined, []],
  [['x-kinds', 'Canal'], {}, [['kind-added', 'Canal', null, 'Canal']]],
  [field('Boat', 'name'), undefined, [['field-removed', 'Boat.name', 'string', null]]],
  [field('Boat', 'flag'), { type: 'string' }, [['field-added', 'Boat.flag', null, 'string']]],
  [
    [...field('Boat', 'cargo'), 'discriminator', 'propertyName'],
    'sort',
    [['mark-changed', 'Boat.cargo', 'kind', 'sort']],
  ],
  [[...schemas, 'Boat', 'required'], ['name'], [['field-uncertain', 'Boat.state', 'required', 'optional']]],
  [
    [...schemas, 'Boat', 'required'],
    ['name', 'state', 'crew'],
    [['field-certain', 'Boat.crew', 'optional', 'required']],
  ],
  [field('BoatBody', 'colour'), undefined, [['field-removed', 'BoatBody.colour', 'string', null]]],
  [
    [...schemas, 'BoatBody', 'required'],
    ['name', 'colour'],
    [['field-required', 'BoatBody.colour', 'optional', 'required']],
  ],
  [[...schemas, 'BoatBody', 'required'], [], [['field-optional', 'BoatBody.name', 'required', 'optional']]],
  [field('Boat', 'name'), { type: 'integer' }, [['type-changed', 'Boat.name', 'string', 'integer']]],
  [field('Fish', 'weight'), { type: 'number' }, [['type-changed', 'Fish.weight', 'integer', 'number']]],
  [
    field('Sailor', 'name'),
    { type: ['string', 'null'] },
    [['form-answered', 'Sailor.name', 'string', 'string or null']],
  ],
  [field('Boat', 'length'), { type: 'number' }, [['form-gone', 'Boat.length', 'number or null', 'number']]],
  [
    field('BoatBody', 'length'),
    { type: 'number', default: 8 },
    [
      ['default-changed', 'BoatBody.length', '7', '8'],
      ['form-refused', 'BoatBody.length', 'number or null', 'number'],
    ],
  ],
  [
    field('BoatBody', 'colour'),
    { anyOf: [{ type: 'string' }, { type: 'integer' }] },
    [['form-accepted', 'BoatBody.colour', 'string', 'string or integer']],
  ],
  [
    field('BoatBody', 'length'),
    { type: ['string', 'null'], default: 7 },
    [['type-changed', 'BoatBody.length', 'number or null', 'string or null']],
  ],
  [
    ['x-kinds', 'Harbour', 'schema', 'properties', 'berths'],
    { type: 'number' },
    [['type-widened', 'Harbour.berths', 'integer', 'number']],
  ],
  [
    field('Boat', 'cargo'),
    { oneOf: [...both, { $ref: '#/components/schemas/Oil' }], discriminator: { propertyName: 'kind' } },
    [['arm-answered', 'Boat.cargo', 'Fish or Sand', 'Fish or Sand or Oil']],
  ],
  [
    field('BoatBody', 'state'),
    { type: 'string', enum: ['afloat', 'ashore'] },
    [
      ['choice-refused', 'BoatBody.state', '"sunk"', null],
      ['choice-accepted', 'BoatBody.state', null, '"ashore"'],
    ],
  ],
  [
    field('Boat', 'state'),
    { type: 'string', enum: ['afloat', 'ashore'] },
    [
      ['choice-answered', 'Boat.state', null, '"ashore"'],
      ['choice-gone', 'Boat.state', '"sunk"', null],
    ],
  ],
  [
    field('BoatBody', 'name'),
    { type: 'string', minLength: 2 },
    [
      ['value-narrowed', 'BoatBody.name', 'minLength 1', 'minLength 2'],
      ['value-widened', 'BoatBody.name', 'pattern "^[a-z]+$"', null],
    ],
  ],
  [
    field('Boat', 'name'),
    { type: 'string', maxLength: 80 },
    [['promise-changed', 'Boat.name', 'maxLength 40', 'maxLength 80']],
  ],
  [field('Boat', 'built'), { type: 'string' }, [['format-changed', 'Boat.built', '"date-time"', null]]],
];

const brief = ({ code, is, place, was }: ApiDifference): Json => [code, place, was, is];

test.each(planted)('%j as %j is found', (path, value, found) => {
  expect(compareOpenApi(document, withValue(path, value)).map(brief)).toStrictEqual(found);
});

test('an operation that moved is named by both places', () => {
  const moved = withValue(['paths', '/v1/ships/{ship}'], { get: at(get) }, withValue(get, undefined));
  expect(compareOpenApi(document, moved).map(brief)).toStrictEqual([
    ['operation-moved', 'GET /v1/boats/{boat}', 'GET /v1/boats/{boat}', 'GET /v1/ships/{ship}'],
  ]);
});

test('a parameter that needs not be there any more is compatible', () => {
  const strict = withValue([...trace, 'required'], true);
  expect(compareOpenApi(strict, document)).toStrictEqual([
    {
      code: 'parameter-optional',
      rating: 'compatible',
      meaning: 'The parameter need not be there any more.',
      place: 'GET /v1/boats/{boat} Trace',
      direction: 'sent',
      was: 'required',
      is: 'optional',
      felt: ['boats.get'],
    },
  ]);
});

test('every sort of difference is planted above', () => {
  const named = planted.flatMap(([, , found]) => found.map(([code]) => code));
  expect(new Set([...named, 'operation-moved', 'parameter-optional'])).toStrictEqual(new Set(Object.keys(sorts)));
});

test('what is in a schema that many use is told once, with all who feel it, what breaks first', () => {
  const after = withValue(field('Boat', 'name'), undefined, withValue(field('Boat', 'flag'), { type: 'string' }));
  expect(compareOpenApi(document, after).map(({ felt, place, rating }) => [rating, place, felt])).toStrictEqual([
    ['breaking', 'Boat.name', ['boat.sunk', 'boats.get', 'boats.set']],
    ['compatible', 'Boat.flag', ['boat.sunk', 'boats.get', 'boats.set']],
  ]);
});

test('a schema by another name, or written out where it stands, is no difference', () => {
  const renamed = JSON.stringify(document).replaceAll('schemas/Boat"', 'schemas/Ship"').replace('"Boat":', '"Ship":');
  const after: JsonObject = JSON.parse(renamed);
  expect(compareOpenApi(document, after)).toStrictEqual([]);
  const inline = withValue(field('Boat', 'crew'), { type: 'array', items: at([...schemas, 'Sailor']) });
  expect(compareOpenApi(document, inline)).toStrictEqual([]);
  expect(compareOpenApi(inline, document)).toStrictEqual([]);
  const nullable = withValue(field('Boat', 'length'), { anyOf: [{ type: 'null' }, { type: 'number' }] });
  expect(compareOpenApi(document, nullable)).toStrictEqual([]);
  const again = withValue(field('Boat', 'next'), {
    description: 'The one behind.',
    $ref: '#/components/schemas/Boat',
  });
  expect(compareOpenApi(document, again)).toStrictEqual([]);
  expect(boat).toStrictEqual(at(field('Boat', 'next')));
});

function at(path: readonly string[]): Json {
  return path.reduce<Json>((value, name) => Object(value)[name], document);
}
