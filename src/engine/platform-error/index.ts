/**
 * Errors with a meaning: the class hierarchy, how a code is defined, and the one shape on the wire.
 * Whoever raises an error defines its code (`errors.ts` beside the code); this room names no code but the one
 * that clients raise, nothing of HTTP servers, and nothing of who listens.
 */
export { defineError, type ErrorDefinition, type ErrorType } from './error-definition.ts';
export { type ErrorBody, fromBody, toBody, unreadableAnswer } from './error-body.ts';
export { makeError } from './make-error.ts';
export {
  AuthenticationError,
  AuthorizationError,
  ConflictError,
  isPlatformError,
  NotFoundError,
  PlatformError,
  RateLimitError,
  ServerError,
  ValidationError,
} from './platform-error.ts';
