import type { JsonObject } from '../json.ts';
import type { ErrorDefinition, ErrorType } from './error-definition.ts';
import {
  AuthenticationError,
  AuthorizationError,
  ConflictError,
  NotFoundError,
  type PlatformError,
  type PlatformErrorFields,
  RateLimitError,
  ServerError,
  ValidationError,
} from './platform-error.ts';

const classes: { readonly [type in ErrorType]: new (fields: PlatformErrorFields) => PlatformError } = {
  validation: ValidationError,
  authentication: AuthenticationError,
  authorization: AuthorizationError,
  'not-found': NotFoundError,
  conflict: ConflictError,
  'rate-limit': RateLimitError,
  server: ServerError,
};

/** Seconds a caller waits before trying again, where nothing more exact is known. */
const shortestWait = 1;

/** What one occurrence adds to its definition. */
export interface ErrorOccurrence {
  /** For the developer: what was found, and what to do about it. */
  readonly message: string;
  readonly param?: string;
  readonly details?: JsonObject;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** The error to throw for one occurrence of `definition`: `throw makeError(keyErrors.notFound, { message })`. */
export function makeError(definition: ErrorDefinition, occurrence: ErrorOccurrence): PlatformError {
  const { code, status, userMessage, retry } = definition;
  const wait = retry ? { retryAfter: shortestWait } : {};
  return makeErrorOfType(definition.type, { code, status, userMessage, retry, ...wait, ...occurrence });
}

export function makeErrorOfType(type: ErrorType, fields: PlatformErrorFields): PlatformError {
  return new classes[type](fields);
}
