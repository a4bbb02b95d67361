import { ConnectionError, DreamError, ResponseError } from '../core/errors.ts';
import { isObject } from '../core/json.ts';
import { PlatformError } from '../core/platform-error.ts';
import { isAboutApplication } from './refused-key.ts';

/** An error as it is answered, for any framework. */
export interface ErrorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly success: false; readonly error: AnsweredError };
}

/** The form that the server's own errors have. */
export interface AnsweredError {
  readonly code: string;
  readonly message: string;
  readonly userMessage: string;
  readonly requestId: string;
  readonly param?: string;
  readonly retryAfter?: number;
}

type Told = Omit<AnsweredError, 'requestId'> & { readonly status: number };

const away: Told = {
  status: 503,
  code: 'upstream/unavailable',
  message: 'A service that this one needs does not answer.',
  userMessage: 'This is not available at the moment. Please try again.',
};

const broken: Told = {
  status: 500,
  code: 'internal/error',
  message: 'Something went wrong here.',
  userMessage: 'Something went wrong. Please try again.',
};

/** What is answered where this was thrown. Of what is not meant to be shown, nothing is. */
export function errorAnswer(thrown: unknown, requestId: string): ErrorAnswer {
  const { status, ...told } = tell(thrown);
  return {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Request-Id': requestId,
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...(told.retryAfter === undefined ? {} : { 'Retry-After': String(Math.ceil(told.retryAfter)) }),
    },
    body: { success: false, error: { ...told, requestId } },
  };
}

/**
 * The request was not let through; `cause` says why. What was thrown of the token that came with it is about the user:
 * 401 then is about that token, unless it is about the key of the application.
 */
export class NotAdmitted extends DreamError {
  override readonly name: string = 'NotAdmitted';

  constructor(cause: unknown) {
    super('The request was not let through', { cause });
  }
}

/** What those of the application are told of. Even to look at what was thrown may throw. */
export function causeOf(thrown: unknown): unknown {
  try {
    return thrown instanceof NotAdmitted ? thrown.cause : thrown;
  } catch {
    return thrown;
  }
}

/** What is thrown may be anything, and may itself throw when it is read. */
function tell(thrown: unknown): Told {
  try {
    const isAboutUser = thrown instanceof NotAdmitted;
    const error: unknown = isAboutUser ? thrown.cause : thrown;
    if (error instanceof ConnectionError || error instanceof ResponseError) return away;
    if (error instanceof PlatformError) return tellPlatformError(error, isAboutUser);
    return isObject(error) ? tellRequestError(error) : broken;
  } catch {
    return broken;
  }
}

function tellPlatformError(error: PlatformError, isAboutUser: boolean): Told {
  const { code, param, retryAfter, status, userMessage } = error;
  const later = isSeconds(retryAfter) ? { retryAfter } : {};
  // An answer has a body. That the key of the application is refused, or the server broken, is nothing its user did.
  const isAnswer = error.body !== undefined;
  if (isAnswer && (status >= 500 || isAboutApplication(status, code, isAboutUser))) return { ...away, ...later };
  // What the server says to developers is said to those of the application, by `onError` and logs.
  const message = isAnswer ? userMessage : error.message;
  const isTold = [code, message, userMessage, param ?? ''].every((text) => typeof text === 'string');
  if (!isTold || !isErrorStatus(status)) return broken;
  return { status, code, message, userMessage, ...(param === undefined ? {} : { param }), ...later };
}

/**
 * What frameworks throw of a request that cannot be read has a status. So have errors of what the application itself
 * calls: only a message that is marked as meant for whoever sent the request is shown.
 */
function tellRequestError(error: Readonly<Record<string, unknown>>): Told {
  const { code, expose, message, statusCode } = error;
  if (expose === false || !isErrorStatus(statusCode) || statusCode >= 500) return broken;
  const isShown = expose === true || (typeof code === 'string' && code.startsWith('FST_'));
  return {
    status: statusCode,
    code: `request/${statusCode}`,
    message: isShown && typeof message === 'string' ? message : 'The request cannot be read.',
    userMessage: 'This request is not as it must be.',
  };
}

function isErrorStatus(status: unknown): status is number {
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599;
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
