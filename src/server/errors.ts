import { defineError, type ErrorDefinition, unreadableAnswer } from '../engine/platform-error/index.ts';
import { browserErrors } from './browsers/errors.ts';
import { tokenErrors } from './auth/token-errors.ts';
import { limitErrors } from './limits/errors.ts';
import { tenantErrors } from './tenant/errors.ts';

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
    meaning: 'The header section of the request is larger than 16 KB. Cookies that are not meant for this server?',
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

/** Who is asking could not be established, or may not ask this. */
export const authErrors = {
  missing: defineError({
    code: 'auth/missing-credentials',
    type: 'authentication',
    userMessage: 'Please sign in.',
    meaning:
      'The request carries no key. Send `Authorization: Bearer sk_…`, or `X-Publishable-Key: pk_…` where the operation allows it.',
  }),
  malformedKey: defineError({
    code: 'auth/malformed-key',
    type: 'authentication',
    userMessage: 'Access was refused.',
    meaning:
      'What was sent is not a key of ours: wrong prefix, wrong length, or a checksum that does not fit, as after an incomplete copy.',
  }),
  unknownKey: defineError({
    code: 'auth/unknown-key',
    type: 'authentication',
    userMessage: 'Access was refused.',
    meaning: 'The key is well formed, but this server never issued it. Is it for another server?',
  }),
  revokedKey: defineError({
    code: 'auth/revoked-key',
    type: 'authentication',
    userMessage: 'Access was refused.',
    meaning: 'The key was revoked. Create another, or ask who revoked it.',
  }),
  expiredKey: defineError({
    code: 'auth/expired-key',
    type: 'authentication',
    userMessage: 'Access was refused.',
    meaning: 'The key has expired, or was rotated and its grace period is over. Use its successor.',
  }),
  modeMismatch: defineError({
    code: 'auth/mode-mismatch',
    type: 'authentication',
    userMessage: 'Access was refused.',
    meaning: 'A test key cannot be used for a live environment, nor a live key for a test environment.',
  }),
  keyTypeNotAllowed: defineError({
    code: 'auth/key-type-not-allowed',
    type: 'authorization',
    userMessage: 'You do not have access to this.',
    meaning:
      'The operation cannot be called this way; most need a secret key, some take a publishable key with the token of a user, a few a publishable key alone. docs/auth-modes.md lists them.',
  }),
  scopeMissing: defineError({
    code: 'auth/scope-missing',
    type: 'authorization',
    userMessage: 'You do not have access to this.',
    meaning: 'The key lacks the scope of the operation, which `details.scope` names.',
  }),
  environmentMismatch: defineError({
    code: 'auth/environment-mismatch',
    type: 'authorization',
    userMessage: 'You do not have access to this.',
    meaning:
      'The `Dream-Project` or `Dream-Environment` header names another environment than the one the key belongs to.',
  }),
  repeatedHeader: defineError({
    code: 'auth/repeated-header',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning: 'A header that says who is asking, or for whom, came more than once. `param` names it.',
  }),
  environmentHeaders: defineError({
    code: 'auth/environment-headers',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning:
      'A local token needs the headers `Dream-Project` and `Dream-Environment`, and `Dream-Environment-Mode` is `test` or `live`.',
  }),
};

export const environmentErrors = {
  modeFixed: defineError({
    code: 'environments/mode-fixed',
    type: 'conflict',
    userMessage: 'This environment cannot be used this way.',
    meaning:
      'The environment is used in the other mode (test or live). Its keys carry the mode, so the first apply or key fixes it; use an environment of another name.',
  }),
};

export const idempotencyErrors = {
  malformedKey: defineError({
    code: 'idempotency/malformed-key',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning: 'An `Idempotency-Key` is 1 to 255 visible ASCII characters; a UUID is a good one.',
  }),
  keyReused: defineError({
    code: 'idempotency/key-reused',
    type: 'conflict',
    userMessage: 'This was already done differently.',
    meaning:
      'The same `Idempotency-Key` came within 24 hours with another body or path. Use a new key for a new request.',
  }),
  inProgress: defineError({
    code: 'idempotency/in-progress',
    type: 'conflict',
    retry: true,
    userMessage: 'This is already being done. Please wait a moment.',
    meaning:
      'A request with the same `Idempotency-Key` is running. Send it again after `Retry-After` to receive its answer.',
  }),
  replayUnavailable: defineError({
    code: 'idempotency/replay-unavailable',
    type: 'conflict',
    userMessage: 'This was already done.',
    meaning:
      'The first request succeeded, but its answer held a secret and cannot be given again: the server has no master key to keep it sealed, or another one since. Look at what exists, and rotate or create anew.',
  }),
};

/** The fault is not the caller's. */
export const serverErrors = {
  internal: defineError({
    code: 'server/internal',
    type: 'server',
    userMessage: 'Something went wrong on our side.',
    meaning: 'A mistake in the server. Nothing was changed. The log holds the cause under the request id.',
  }),
  unavailable: defineError({
    code: 'server/unavailable',
    type: 'server',
    status: 503,
    retry: true,
    userMessage: 'The service is not available right now. Please try again in a moment.',
    meaning:
      'The database does not answer, or the server is stopping. Where the connection to the database broke at the last moment, the request may have been carried out, whole, all the same: send it again after `Retry-After`, with the same `Idempotency-Key` where it changes something.',
  }),
  unreadableAnswer,
};

/** What every operation may answer with. */
export const commonErrors: readonly ErrorDefinition[] = [
  requestErrors.invalid,
  requestErrors.unknownVersion,
  requestErrors.unstorableValue,
  authErrors.missing,
  authErrors.malformedKey,
  authErrors.unknownKey,
  authErrors.revokedKey,
  authErrors.expiredKey,
  authErrors.modeMismatch,
  authErrors.repeatedHeader,
  tokenErrors.publishableKeyMissing,
  authErrors.environmentHeaders,
  authErrors.keyTypeNotAllowed,
  authErrors.scopeMissing,
  authErrors.environmentMismatch,
  environmentErrors.modeFixed,
  limitErrors.tooManyRequests,
  limitErrors.tooManyAttempts,
  serverErrors.internal,
  serverErrors.unavailable,
];

/** What operations with a body may answer with as well. */
export const bodyErrors: readonly ErrorDefinition[] = [
  requestErrors.malformedBody,
  requestErrors.unsupportedContentType,
  requestErrors.tooLarge,
];

/** What operations that change something may answer with as well. */
export const mutationErrors: readonly ErrorDefinition[] = [
  requestErrors.concurrentChange,
  idempotencyErrors.malformedKey,
  idempotencyErrors.keyReused,
  idempotencyErrors.inProgress,
  idempotencyErrors.replayUnavailable,
];

/** What operations that users may call may answer with as well. */
export const userErrors: readonly ErrorDefinition[] = [
  ...Object.values(tokenErrors),
  browserErrors.secretKey,
  tenantErrors.malformed,
  tenantErrors.missing,
  tenantErrors.notAllowed,
];

/** What operations about one tenant may answer with as well. */
export const tenantOperationErrors: readonly ErrorDefinition[] = [
  tenantErrors.malformed,
  tenantErrors.missing,
  tenantErrors.unknown,
];

/** Every code of this room, those outside any operation included. */
export const allServerErrors: readonly ErrorDefinition[] = [
  ...Object.values(requestErrors),
  ...Object.values(authErrors),
  ...Object.values(browserErrors),
  ...Object.values(tokenErrors),
  ...Object.values(tenantErrors),
  ...Object.values(limitErrors),
  ...Object.values(environmentErrors),
  ...Object.values(idempotencyErrors),
  ...Object.values(serverErrors),
];
