import { defineError } from '../../engine/platform-error/index.ts';

/** Something is wrong with the request before any operation looks at it. */
export const requestErrors = {
  invalid: defineError({
    code: 'request/invalid',
    type: 'validation',
    userMessage: 'Some of the information sent is not valid.',
    meaning:
      'A path parameter, query parameter or body does not fit the schema of the operation. `param` says which. A moment is written as RFC 3339 has it, but never as a leap second (`23:59:60`), which no clock here has.',
  }),
  malformedBody: defineError({
    code: 'request/malformed-body',
    type: 'validation',
    userMessage: 'The information sent could not be read.',
    meaning:
      'The body is not valid JSON in UTF-8. The message gives line and column where they are known, and never the text itself.',
  }),
  unstorableValue: defineError({
    code: 'request/unstorable-value',
    type: 'validation',
    userMessage: 'The information sent contains characters that cannot be stored.',
    meaning:
      'A value cannot be kept as it stands: U+0000, half of a surrogate pair, a number beyond the range of a double, a field named `__proto__`, or more than 100 levels of nesting.',
  }),
  unsupportedContentType: defineError({
    code: 'request/unsupported-content-type',
    type: 'validation',
    userMessage: 'The information sent could not be read.',
    meaning:
      'Bodies are JSON in UTF-8, as they are: send `Content-Type: application/json` without another charset, and no `Content-Encoding`.',
  }),
  malformedUrl: defineError({
    code: 'request/malformed-url',
    type: 'validation',
    userMessage: 'The address is not valid.',
    meaning: 'The path holds a broken percent-encoding, or a parameter longer than 255 characters.',
  }),
  malformedRequest: defineError({
    code: 'request/malformed',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning: 'The bytes received are not an HTTP request: a broken header, a length that does not fit.',
  }),
  headersTooLarge: defineError({
    code: 'request/headers-too-large',
    type: 'validation',
    status: 431,
    userMessage: 'The request could not be read.',
    meaning: 'The header section of the request is larger than 128 KB. Cookies that are not meant for this server?',
  }),
  tooLarge: defineError({
    code: 'request/too-large',
    type: 'validation',
    status: 413,
    userMessage: 'The information sent is too large.',
    meaning: 'The body is larger than the operation accepts: 64 MB for changesets, 1 MB elsewhere.',
  }),
  unknownVersion: defineError({
    code: 'request/unknown-version',
    type: 'validation',
    userMessage: 'This application needs to be updated.',
    meaning:
      'The `Dream-Version` header names a version of the API that this server does not speak. `details.supported` lists them.',
  }),
  unknownPath: defineError({
    code: 'request/unknown-path',
    type: 'not-found',
    userMessage: 'There is nothing at this address.',
    meaning: 'No operation has this path. /openapi.json lists those that exist.',
  }),
  methodNotAllowed: defineError({
    code: 'request/method-not-allowed',
    type: 'validation',
    status: 405,
    userMessage: 'This is not possible at this address.',
    meaning: 'The path exists, but not with this method. The `Allow` header lists the methods.',
  }),
  concurrentChange: defineError({
    code: 'request/concurrent-change',
    type: 'conflict',
    retry: true,
    userMessage: 'Somebody else made a change at the same moment. Please try again.',
    meaning:
      'Another transaction changed the same rows at the same moment. Nothing was changed by this one; send it again.',
  }),
};
