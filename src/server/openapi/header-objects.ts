import type { JsonObject } from '../../engine/json.ts';
import { apiVersions } from '../request/api-version.ts';

const text = { type: 'string' };

/** What requests may carry in their headers, each described once and referred to. */
export const parameterObjects = {
  'Dream-Version': asked('Dream-Version', { type: 'string', enum: [...apiVersions] }, 'Version of the API.'),
  'X-Request-Id': asked('X-Request-Id', { type: 'string', maxLength: 128 }, 'Your own id for the request; given back.'),
  'Last-Event-ID': asked('Last-Event-ID', text, 'The last event that was seen; the stream goes on behind it.'),
  'If-None-Match': asked(
    'If-None-Match',
    text,
    'The entity tag of the answer that you have; 304 says that it is the present one.',
  ),
  'X-Tenant-ID': asked(
    'X-Tenant-ID',
    { type: 'string', maxLength: 128 },
    'The tenant it is about; goes over what the token says.',
  ),
  'Idempotency-Key': asked(
    'Idempotency-Key',
    { type: 'string', minLength: 1, maxLength: 255 },
    'Makes repeating the request safe for 24 hours.',
  ),
} as const satisfies JsonObject;

/** What answers may carry; of limits, as draft-ietf-httpapi-ratelimit-headers writes them. */
export const headerObjects = {
  'X-Request-Id': { description: 'To name when asking about the request.', schema: text },
  'Dream-Version': { description: 'Version of the API that answered.', schema: text },
  'RateLimit-Policy': { description: 'What is allowed: `"key";q=60000;w=60`.', schema: text },
  RateLimit: { description: 'What is left, and for how many seconds: `"key";r=59999;t=41`.', schema: text },
  ETag: { description: 'Names this answer, to be sent back as `If-None-Match`.', schema: text },
  'Cache-Control': { description: 'Who may keep the answer, and for how long.', schema: text },
  'Idempotent-Replayed': { description: '`true` when the answer was remembered, and nothing was done.', schema: text },
  'Dream-Error-Code': { description: 'The code of the error, whose body is as the standard wants it.', schema: text },
  'Dream-Should-Retry': {
    description: 'Whether sending the same request again may help.',
    schema: { type: 'string', enum: ['true', 'false'] },
  },
  'WWW-Authenticate': { description: 'Which way to say who asks is missing or wrong.', schema: text },
  'Retry-After': { description: 'Seconds.', schema: text },
} as const satisfies JsonObject;

export function parameterReference(name: keyof typeof parameterObjects): JsonObject {
  return { $ref: `#/components/parameters/${name}` };
}

/** By name, each a reference. */
export function headersOf(names: readonly (keyof typeof headerObjects)[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function asked(name: string, schema: JsonObject, description: string): JsonObject {
  return { name, in: 'header', required: false, description, schema };
}
