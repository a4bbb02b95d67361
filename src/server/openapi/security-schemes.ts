import type { JsonObject } from '../../engine/json.ts';
import { keyParameter } from '../auth/standard-headers.ts';

/** How a request may say who sends it. */
export const securitySchemes = {
  secretKey: {
    type: 'http',
    scheme: 'bearer',
    description: '`Authorization: Bearer sk_…`: for servers, never for browsers.',
  },
  publishableKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Publishable-Key',
    description: '`pk_…`: may be seen by anybody; opens the catalogue.',
  },
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: 'A key of either kind, for clients of a standard; they may also send it as a bearer.',
  },
  keyInAddress: {
    type: 'apiKey',
    in: 'query',
    name: keyParameter,
    description: '`pk_…`, never a secret key: for clients that cannot set headers.',
  },
  userToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'What the identity provider gave the user; always together with the publishable key.',
  },
} as const satisfies JsonObject;
