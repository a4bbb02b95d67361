/** Everything that this SDK throws. */
export class DreamError extends Error {
  override readonly name: string = 'DreamError';
}

/** A setting or an argument that cannot be meant; nothing was sent. */
export class ConfigurationError extends DreamError {
  override readonly name: string = 'ConfigurationError';
}

/** No answer came, or it broke off; `cause` says more. */
export class ConnectionError extends DreamError {
  override readonly name: string = 'ConnectionError';
}

/** No answer came in time. */
export class TimeoutError extends ConnectionError {
  override readonly name: string = 'TimeoutError';
}

/** The signal of the call ended it; `cause` is the signal's reason. */
export class AbortedError extends DreamError {
  override readonly name: string = 'AbortedError';
}

/** A list gave a cursor a second time, so it would never end. */
export class PaginationError extends DreamError {
  override readonly name: string = 'PaginationError';
}

/** An answer that has not the form it must have: a page of something in between, a redirect, broken JSON. */
export class ResponseError extends DreamError {
  override readonly name: string = 'ResponseError';
  readonly status: number;
  readonly headers: Headers;
  /** As it came. */
  readonly body: string;

  constructor(message: string, answer: { readonly status: number; readonly headers: Headers; readonly body: string }) {
    super(message);
    this.status = answer.status;
    this.headers = answer.headers;
    this.body = answer.body;
  }
}
