export { ByteStream } from './core/byte-stream.ts';
export { Call } from './core/call.ts';
export { Connection } from './core/connection.ts';
export {
  AbortedError,
  ConfigurationError,
  ConnectionError,
  DreamError,
  PaginationError,
  ResponseError,
  TimeoutError,
} from './core/errors.ts';
export { EventStream, type ServerSentEvent } from './core/event-stream.ts';
export type { Hooks, RequestEvent, ResponseEvent, RetryEvent } from './core/hooks.ts';
export type { CallOptions, ClientOptions, HeaderOptions, UserToken } from './core/options.ts';
export { type CursorPart, type OffsetPage, Paged } from './core/paged.ts';
export {
  AuthenticationError,
  AuthorizationError,
  ConflictError,
  NotFoundError,
  PlatformError,
  RateLimitError,
  ServerError,
  ValidationError,
} from './core/platform-error.ts';
export type { RawAnswer } from './core/raw-answer.ts';
export * from './webhooks/index.ts';
export * from './generated.ts';
