import type { JsonObject } from '../json.ts';
import type { ErrorType } from './error-definition.ts';

/** Everything an error carries over the wire, and what the server needs to answer with it. */
export interface PlatformErrorFields {
  /** `module/name`, for programs. */
  readonly code: string;
  /** For the developer who reads a log: exact, may name internals, never a secret. */
  readonly message: string;
  /** Safe to show to an end user. */
  readonly userMessage: string;
  readonly requestId?: string;
  /** The parameter, header or field (JSON pointer for bodies: `/prices/USD`) that is wrong. */
  readonly param?: string;
  /** For machines: conflicts, guardrail findings, allowed values. */
  readonly details?: JsonObject;
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
  /** HTTP status, where it is not the class's usual one. */
  readonly status?: number;
  /** True when the same request may succeed later. */
  readonly retry?: boolean;
  /** What went wrong underneath; logged by the server, never sent. */
  readonly cause?: unknown;
}

/** An error with a meaning, the only kind that leaves the control plane. Catch by class, branch by `code`. */
export class PlatformError extends Error {
  readonly type: ErrorType;
  readonly status: number;
  readonly code: string;
  readonly userMessage: string;
  readonly requestId: string | undefined;
  readonly param: string | undefined;
  readonly details: JsonObject | undefined;
  readonly retryAfter: number | undefined;
  readonly retry: boolean;

  constructor(type: ErrorType, status: number, fields: PlatformErrorFields) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.name = new.target.name;
    this.type = type;
    this.status = fields.status ?? status;
    this.code = fields.code;
    this.userMessage = fields.userMessage;
    this.requestId = fields.requestId;
    this.param = fields.param;
    this.details = fields.details;
    this.retryAfter = fields.retryAfter;
    this.retry = fields.retry ?? false;
  }
}

/**
 * Whether it is one, by what it carries and not by its class: commands that start fast are built apart from the
 * server's half of the program, and then each half has a class of its own.
 */
export function isPlatformError(error: unknown): error is PlatformError {
  return error instanceof Error && 'code' in error && 'type' in error && 'status' in error && 'userMessage' in error;
}

/** The request is wrong in itself; sending it again changes nothing. */
export class ValidationError extends PlatformError {
  constructor(fields: PlatformErrorFields) {
    super('validation', 400, fields);
  }
}

/** Who is asking is not known. */
export class AuthenticationError extends PlatformError {
  constructor(fields: PlatformErrorFields) {
    super('authentication', 401, fields);
  }
}

/** Who is asking is known, and may not; or a rule of the environment forbids it. */
export class AuthorizationError extends PlatformError {
  constructor(fields: PlatformErrorFields) {
    super('authorization', 403, fields);
  }
}

export class NotFoundError extends PlatformError {
  constructor(fields: PlatformErrorFields) {
    super('not-found', 404, fields);
  }
}

/** The request is sound but does not fit the present state. */
export class ConflictError extends PlatformError {
  constructor(fields: PlatformErrorFields) {
    super('conflict', 409, fields);
  }
}

/** Too many requests; `retryAfter` says when the next one will be served. */
export class RateLimitError extends PlatformError {
  constructor(fields: PlatformErrorFields) {
    super('rate-limit', 429, { retry: true, ...fields });
  }
}

/** The fault is the server's. */
export class ServerError extends PlatformError {
  constructor(fields: PlatformErrorFields) {
    super('server', 500, fields);
  }
}
