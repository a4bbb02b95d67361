// What is planted in calls: who may ask, how it is asked, what headers and errors say, and what receivers are told.
import type { Json } from '../../../src/engine/json.ts';
import type { sorts } from '../../../src/generate/openapi-diff/index.ts';

/** Where, which value, and what has to be said of it: code, place, was and is. */
export type Planted = readonly [
  path: readonly string[],
  value: Json | undefined,
  found: readonly (readonly [code: keyof typeof sorts, place: string, was: string | null, is: string | null])[],
];

const getPlace = 'GET /v1/boats/{boat}';
const putPlace = 'PUT /v1/boats/{boat}';
const get = ['paths', '/v1/boats/{boat}', 'get'];
const put = ['paths', '/v1/boats/{boat}', 'put'];
const schemes = ['components', 'securitySchemes'];
const call = ['webhooks', 'boat.sunk', 'post'];
const unknown = ['x-error-codes', 'boats/unknown'];

export const plantedCalls: readonly Planted[] = [
  [[...put, 'security'], [], [['auth-added', putPlace, null, 'nothing']]],
  [[...put, 'security'], [{}, { secretKey: [] }], [['auth-added', putPlace, null, 'nothing']]],
  [
    [...schemes, 'publishableKey', 'name'],
    'X-Key',
    [
      [
        'auth-changed',
        'publishableKey',
        '{"in":"header","name":"X-Publishable-Key","type":"apiKey"}',
        '{"in":"header","name":"X-Key","type":"apiKey"}',
      ],
    ],
  ],
  [[...schemes, 'secretKey', 'description'], 'Never for browsers.', []],
  [[...get, 'x-scope'], undefined, [['scope-lowered', getPlace, 'boats:read', null]]],
  [[...put, 'x-scope'], 'boats:write', [['scope-changed', putPlace, null, 'boats:write']]],
  [[...get, 'x-pagination'], { form: 'offset' }, [['pagination-changed', getPlace, null, '{"form":"offset"}']]],
  [[...get, 'deprecated'], true, [['operation-deprecated', getPlace, null, 'deprecated']]],
  [
    ['servers'],
    [{ url: '/api' }],
    [
      ['server-removed', 'servers', '/', null],
      ['server-added', 'servers', null, '/api'],
    ],
  ],
  [
    ['components', 'parameters', 'Trace', 'explode'],
    true,
    [['parameter-changed', `${getPlace} Trace`, 'simple', 'simple, exploded']],
  ],
  [['components', 'parameters', 'Trace', 'style'], 'simple', []],
  [[...get, 'requestBody'], { content: {} }, [['body-added', `${getPlace} body`, null, 'optional']]],
  [[...put, 'requestBody', 'required'], false, [['body-optional', `${putPlace} body`, 'required', 'optional']]],
  [
    ['components', 'headers', 'X-Request-Id', 'schema'],
    { type: 'integer' },
    [['type-changed', 'X-Request-Id', 'string', 'integer']],
  ],
  [[...unknown, 'type'], 'invalid_request', [['error-changed', 'boats/unknown', 'not_found', 'invalid_request']]],
  [[...unknown, 'retry'], true, [['retry-changed', 'boats/unknown', 'do not try again', 'try again']]],
  [unknown, undefined, []],
  [[...call, 'parameters'], [], [['header-removed', 'webhooks', 'Signature', null]]],
  [
    ['components', 'parameters', 'Signature', 'schema', 'type'],
    'integer',
    [['type-changed', 'Signature', 'string', 'integer']],
  ],
  [
    ['components', 'parameters', 'Signature', 'required'],
    false,
    [['header-uncertain', 'Signature', 'always', 'sometimes']],
  ],
  [
    ['components', 'headers', 'X-Request-Id', 'required'],
    true,
    [['header-certain', 'X-Request-Id', 'sometimes', 'always']],
  ],
  [
    [...call, 'responses'],
    { '204': {} },
    [
      ['reply-removed', 'webhooks', '2XX', null],
      ['reply-added', 'webhooks', null, '204'],
    ],
  ],
];
