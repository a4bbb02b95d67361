import type { JsonObject } from '../../engine/json.ts';

/** What answers to limited callers carry (draft-ietf-httpapi-ratelimit-headers). */
export const limitHeaders: JsonObject = {
  'RateLimit-Policy': { description: 'What is allowed: `"key";q=60000;w=60`.', schema: { type: 'string' } },
  RateLimit: {
    description: 'What is left, and for how many seconds: `"key";r=59999;t=41`.',
    schema: { type: 'string' },
  },
};
