import { defineError, unreadableAnswer } from '../engine/platform-error/index.ts';

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
