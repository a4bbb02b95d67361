import { makeError, PlatformError } from '../../engine/platform-error/index.ts';
import { requestErrors } from '../request/errors.ts';
import { serverErrors } from '../server-errors.ts';
import type { SchemaFinding } from '../request/schema-finding.ts';
import { readDatabaseError } from './database-error.ts';
import { validationProblem } from './validation-problem.ts';

/** What Fastify adds to the errors it raises or passes on. */
interface FrameworkError extends Error {
  readonly code?: string;
  readonly statusCode?: number;
  readonly validation?: readonly SchemaFinding[];
  readonly validationContext?: string;
}

/** Turns whatever was thrown into the error the caller sees. Never shows what it does not know. */
export function readError(error: unknown): PlatformError {
  if (error instanceof PlatformError) {
    return error;
  }
  const framework = error instanceof Error ? readFrameworkError(error) : null;
  return (
    framework ??
    readDatabaseError(error) ??
    makeError(serverErrors.internal, {
      message: 'The server made a mistake. Its log holds the cause under this request id.',
      cause: error,
    })
  );
}

function readFrameworkError(error: FrameworkError): PlatformError | null {
  if (error.validation !== undefined) {
    return validationProblem(error.validation, error.validationContext);
  }
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return makeError(requestErrors.tooLarge, {
        message: 'The body is larger than this operation accepts.',
        param: 'body',
      });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return makeError(requestErrors.unsupportedContentType, {
        message: 'Bodies are JSON: send Content-Type: application/json.',
        param: 'Content-Type',
      });
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return makeError(requestErrors.malformedUrl, {
        message: 'The path holds a broken percent-encoding, or a parameter that is too long.',
      });
    default:
      // Raised while the body was being received: the sender stopped, or the length did not fit.
      return error.code?.startsWith('FST_ERR_CTP_') === true || (error.statusCode ?? 500) < 500
        ? makeError(requestErrors.malformedRequest, { message: 'The request could not be received as a whole.' })
        : null;
  }
}
