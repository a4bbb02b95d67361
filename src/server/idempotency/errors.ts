import { defineError } from '../../engine/platform-error/index.ts';

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
