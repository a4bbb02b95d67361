import { defineError } from '../../engine/platform-error/index.ts';

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
