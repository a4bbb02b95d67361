// A small document with one of everything that can be otherwise, and words to make another one of it.
import { isJsonObject, type Json, type JsonObject } from '../../../src/engine/json.ts';

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Json): JsonObject => ({ 'application/json': { schema } });

export const document: JsonObject = {
  openapi: '3.1.1',
  info: { title: 'Dream', version: '0.1.0' },
  servers: [{ url: '/' }],
  paths: {
    '/v1/boats/{boat}': {
      get: {
        operationId: 'boats.get',
        security: [{ secretKey: [] }, { publishableKey: [], userToken: [] }],
        'x-scope': 'boats:read',
        parameters: [
          { name: 'boat', in: 'path', required: true, schema: { type: 'string' } },
          {
            name: 'sort',
            in: 'query',
            required: false,
            schema: { type: 'string', enum: ['name', 'age'], default: 'name' },
          },
          { name: 'depth', in: 'query', required: true, schema: { type: 'integer', minimum: 1, maximum: 9 } },
          { $ref: '#/components/parameters/Trace' },
        ],
        responses: {
          '200': {
            headers: { 'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' } },
            content: json(reference('Boat')),
          },
          '404': { content: json(reference('ApiError')), 'x-error-codes': ['boats/unknown', 'boats/sunk'] },
          '409': { content: json(reference('ApiError')), 'x-error-codes': ['boats/busy'] },
        },
      },
      put: {
        operationId: 'boats.set',
        security: [{ secretKey: [] }],
        'x-pagination': { form: 'offset' },
        requestBody: { required: true, content: json(reference('BoatBody')) },
        responses: { '200': { content: json(reference('Boat')) }, '202': { content: json(reference('Boat')) } },
      },
    },
  },
  webhooks: {
    'boat.sunk': {
      post: {
        parameters: [{ $ref: '#/components/parameters/Signature' }],
        requestBody: { content: json(reference('Boat')) },
        responses: { '2XX': {} },
      },
    },
  },
  components: {
    parameters: {
      Trace: { name: 'Trace', in: 'header', required: false, schema: { type: 'string' } },
      Signature: { name: 'Signature', in: 'header', required: true, schema: { type: 'string' } },
    },
    headers: { 'X-Request-Id': { schema: { type: 'string' } } },
    securitySchemes: {
      secretKey: { type: 'http', scheme: 'bearer', description: 'For servers.' },
      publishableKey: { type: 'apiKey', in: 'header', name: 'X-Publishable-Key' },
    },
    schemas: {
      ApiError: { type: 'object', properties: { code: { type: 'string' } } },
      Boat: {
        type: 'object',
        required: ['name', 'state'],
        properties: {
          name: { type: 'string', maxLength: 40 },
          state: { type: 'string', enum: ['afloat', 'sunk'] },
          built: { type: 'string', format: 'date-time' },
          length: { type: ['number', 'null'] },
          crew: { type: 'array', items: reference('Sailor') },
          cargo: { oneOf: [reference('Fish'), reference('Sand')], discriminator: { propertyName: 'kind' } },
          next: reference('Boat'),
        },
      },
      BoatBody: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 1, pattern: '^[a-z]+$' },
          state: { type: 'string', enum: ['afloat', 'sunk'] },
          built: { type: 'string', format: 'date-time' },
          length: { type: ['number', 'null'], default: 7 },
          colour: { type: 'string' },
        },
      },
      Sailor: { type: 'object', properties: { name: { type: 'string' } } },
      Fish: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { const: 'fish' }, weight: { type: 'integer' } },
      },
      Sand: { type: 'object', required: ['kind'], properties: { kind: { const: 'sand' } } },
      Oil: { type: 'object', required: ['kind'], properties: { kind: { const: 'oil' } } },
    },
  },
  'x-error-codes': { 'boats/unknown': { status: 404, type: 'not_found', retry: false } },
  'x-kinds': {
    Harbour: { plural: 'harbours', schema: { type: 'object', properties: { berths: { type: 'integer' } } } },
  },
};

/** The document with another value at the end of the path; without one when it is undefined. */
export function withValue(path: readonly string[], value: Json | undefined, within: Json = document): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined || !isJsonObject(within)) throw new TypeError(`nothing can be at ${path.join(' ')}`);
  const inner = rest.length === 0 ? value : withValue(rest, value, within[name] ?? {});
  const { [name]: _, ...others } = within;
  return inner === undefined ? others : { ...within, [name]: inner };
}
