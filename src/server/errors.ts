import type { ErrorDefinition } from '../engine/platform-error/index.ts';
import { environmentErrors } from './auth/environment-errors.ts';
import { authErrors } from './auth/errors.ts';
import { tokenErrors } from './auth/token-errors.ts';
import { browserErrors } from './browsers/errors.ts';
import { idempotencyErrors } from './idempotency/errors.ts';
import { limitErrors } from './limits/errors.ts';
import { requestErrors } from './request/errors.ts';
import { serverErrors } from './server-errors.ts';
import { tenantErrors } from './tenant/errors.ts';

/** What every operation may answer with. */
export const commonErrors: readonly ErrorDefinition[] = [
  requestErrors.invalid,
  requestErrors.unknownVersion,
  requestErrors.unstorableValue,
  tenantErrors.malformed,
  authErrors.missing,
  authErrors.malformedKey,
  authErrors.unknownKey,
  authErrors.revokedKey,
  authErrors.expiredKey,
  authErrors.modeMismatch,
  authErrors.repeatedHeader,
  tokenErrors.publishableKeyMissing,
  authErrors.environmentHeaders,
  authErrors.keyTypeNotAllowed,
  authErrors.scopeMissing,
  authErrors.environmentMismatch,
  environmentErrors.modeFixed,
  limitErrors.tooManyRequests,
  limitErrors.tooManyAttempts,
  serverErrors.internal,
  serverErrors.unavailable,
];

/** What operations with a body may answer with as well. */
export const bodyErrors: readonly ErrorDefinition[] = [
  requestErrors.malformedBody,
  requestErrors.unsupportedContentType,
  requestErrors.tooLarge,
];

/** What operations that change something may answer with as well. */
export const mutationErrors: readonly ErrorDefinition[] = [
  requestErrors.concurrentChange,
  idempotencyErrors.malformedKey,
  idempotencyErrors.keyReused,
  idempotencyErrors.inProgress,
  idempotencyErrors.replayUnavailable,
];

/** What operations that users may call may answer with as well. */
export const userErrors: readonly ErrorDefinition[] = [
  ...Object.values(tokenErrors),
  browserErrors.secretKey,
  tenantErrors.missing,
  tenantErrors.notAllowed,
];

/** What operations that take secret keys may answer with as well: a tenant that one names must exist. */
export const secretKeyErrors: readonly ErrorDefinition[] = [tenantErrors.unknown];

/** What operations about one tenant may answer with as well. */
export const tenantOperationErrors: readonly ErrorDefinition[] = [tenantErrors.missing];

/** Every code of this room, those outside any operation included. */
export const allServerErrors: readonly ErrorDefinition[] = [
  ...Object.values(requestErrors),
  ...Object.values(authErrors),
  ...Object.values(browserErrors),
  ...Object.values(tokenErrors),
  ...Object.values(tenantErrors),
  ...Object.values(limitErrors),
  ...Object.values(environmentErrors),
  ...Object.values(idempotencyErrors),
  ...Object.values(serverErrors),
];
