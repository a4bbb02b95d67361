import { DreamError } from './errors.ts';

/** What a `PlatformError` is made of; an application that throws one itself gives code and messages. */
export interface PlatformErrorFields {
  /** Absent: that of the class. */
  readonly status?: number | undefined;
  readonly code: string;
  readonly message: string;
  readonly userMessage: string;
  readonly param?: string | undefined;
  readonly requestId?: string | undefined;
  readonly details?: unknown;
  readonly retryAfter?: number | undefined;
  readonly headers?: Headers | undefined;
  readonly body?: unknown;
}

/** The server answered with an error. */
export class PlatformError extends DreamError {
  /** Of one that is made without. */
  static readonly status: number = 500;
  override readonly name: string = 'PlatformError';
  readonly status: number;
  /** `tenants/not-found`; what it means never changes. */
  readonly code: string;
  /** Safe to show to the people who use your product. `message` is for developers. */
  readonly userMessage: string;
  /** The parameter, header or field that is wrong; a field of the body as a JSON pointer. */
  readonly param: string | undefined;
  /** What the server's log calls the request. */
  readonly requestId: string | undefined;
  /** More about it, for programs; each code has its own. */
  readonly details: unknown;
  /** Seconds after which it may be worth trying again. */
  readonly retryAfter: number | undefined;
  readonly headers: Headers;
  /** The body of the answer: JSON, or the text where it is none. */
  readonly body: unknown;

  constructor(fields: PlatformErrorFields) {
    super(fields.message);
    this.status = fields.status ?? new.target.status;
    this.code = fields.code;
    this.userMessage = fields.userMessage;
    this.param = fields.param;
    this.requestId = fields.requestId;
    this.details = fields.details;
    this.retryAfter = fields.retryAfter;
    this.headers = fields.headers ?? new Headers();
    this.body = fields.body;
  }

  /** `NotFoundError: 404 tenants/not-found: There is no such tenant. (request req_1)` */
  override toString(): string {
    const request = this.requestId === undefined ? '' : ` (request ${this.requestId})`;
    return `${this.name}: ${this.status} ${this.code}: ${this.message}${request}`;
  }

  /** For logs: `JSON.stringify` leaves out the message of other errors. */
  toJSON(): object {
    const { name, status, code, message, userMessage, param, requestId, details, retryAfter } = this;
    return { name, status, code, message, userMessage, param, requestId, details, retryAfter };
  }
}

/** 400, 413, 415, 422: the request is not as it must be. */
export class ValidationError extends PlatformError {
  static override readonly status: number = 400;
  override readonly name: string = 'ValidationError';
}

/** 401: no key, or one that is not valid; a user's token that has expired. */
export class AuthenticationError extends PlatformError {
  static override readonly status: number = 401;
  override readonly name: string = 'AuthenticationError';
}

/** 403: the key or the user may not do this. */
export class AuthorizationError extends PlatformError {
  static override readonly status: number = 403;
  override readonly name: string = 'AuthorizationError';
}

/** 404, 410: there is no such thing, or no longer. */
export class NotFoundError extends PlatformError {
  static override readonly status: number = 404;
  override readonly name: string = 'NotFoundError';
}

/** 409, 412: it does not go with how things stand now. */
export class ConflictError extends PlatformError {
  static override readonly status: number = 409;
  override readonly name: string = 'ConflictError';
}

/** 429: too many requests, or more than a plan grants; see `retryAfter`. */
export class RateLimitError extends PlatformError {
  static override readonly status: number = 429;
  override readonly name: string = 'RateLimitError';
}

/** 500 and above: the server, or something before it, could not do it. */
export class ServerError extends PlatformError {
  override readonly name: string = 'ServerError';
}
