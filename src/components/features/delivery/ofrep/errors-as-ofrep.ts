import type { PlatformError } from '../../../../engine/platform-error/index.ts';
import type { ForeignErrors } from '../../../../server/operation.ts';

const words: { readonly [code: string]: string } = {
  'flags/not-found': 'FLAG_NOT_FOUND',
  'flags/invalid-context': 'INVALID_CONTEXT',
  'request/invalid': 'INVALID_CONTEXT',
  'request/malformed-body': 'PARSE_ERROR',
  'request/malformed-url': 'PARSE_ERROR',
};

/** Errors as OFREP writes them, whatever their status. */
export const ofrepErrors: ForeignErrors = {
  schema: {
    title: 'OfrepError',
    type: 'object',
    required: ['errorCode'],
    properties: {
      key: { type: 'string', description: 'Of the flag, where one was asked for.' },
      errorCode: { type: 'string' },
      errorDetails: { type: 'string' },
    },
  },
  bodyOf: ({ code, message }: PlatformError, { key }) => ({
    ...(key === undefined ? {} : { key }),
    errorCode: words[code] ?? 'GENERAL',
    errorDetails: message,
  }),
};
