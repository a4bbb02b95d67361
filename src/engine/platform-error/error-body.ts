import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { defineError, type ErrorType } from './error-definition.ts';
import { makeErrorOfType } from './make-error.ts';
import type { PlatformError } from './platform-error.ts';

/** The one error this file raises itself, in clients. */
export const unreadableAnswer = defineError({
  code: 'server/unreadable-answer',
  type: 'server',
  userMessage: 'Something went wrong. Please try again.',
  meaning:
    'Raised by clients: the answer is not one of ours; something between, a proxy perhaps, may have answered in the place of the server.',
});

/** An error as it travels: the body of every answer that is not a success, and what `--json` prints. */
export interface ErrorBody {
  readonly success: false;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly userMessage: string;
    /** In every answer of a server; absent from an error that never met one. */
    readonly requestId?: string;
    readonly param?: string;
    readonly details?: JsonObject;
    /** Seconds; the same figure as the `Retry-After` header. */
    readonly retryAfter?: number;
  };
}

export function toBody(error: PlatformError, requestId: string | undefined): ErrorBody {
  const { code, message, userMessage, param, details, retryAfter } = error;
  return {
    success: false,
    error: {
      code,
      message,
      userMessage,
      ...(requestId === undefined ? {} : { requestId }),
      ...(param === undefined ? {} : { param }),
      ...(details === undefined ? {} : { details }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    },
  };
}

/**
 * The error that a server answered with. `body` is whatever could be parsed of the answer; a body that is
 * not ours (a proxy's page, nothing at all) gives an error of the status's class with code `server/unreadable-answer`.
 */
export function fromBody(status: number, body: Json | undefined): PlatformError {
  const type = typeOfStatus(status);
  const error = isJsonObject(body) ? body['error'] : undefined;
  if (!isJsonObject(error) || typeof error['code'] !== 'string' || typeof error['message'] !== 'string') {
    return makeErrorOfType(type, {
      status,
      code: unreadableAnswer.code,
      message: `The server answered ${status} without an error of ours in the body: something between may have answered in its place`,
      userMessage: unreadableAnswer.userMessage,
    });
  }
  const { code, message, userMessage, requestId, param, details, retryAfter } = error;
  return makeErrorOfType(type, {
    status,
    code,
    message,
    userMessage: typeof userMessage === 'string' ? userMessage : message,
    ...(typeof requestId === 'string' ? { requestId } : {}),
    ...(typeof param === 'string' ? { param } : {}),
    ...(isJsonObject(details) ? { details } : {}),
    ...(typeof retryAfter === 'number' ? { retryAfter, retry: true } : {}),
  });
}

function typeOfStatus(status: number): ErrorType {
  switch (status) {
    case 401:
      return 'authentication';
    case 403:
      return 'authorization';
    case 404:
      return 'not-found';
    case 409:
      return 'conflict';
    case 429:
      return 'rate-limit';
    default:
      return status >= 400 && status < 500 ? 'validation' : 'server';
  }
}
