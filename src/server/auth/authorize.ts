import { makeError } from '../../engine/platform-error/index.ts';
import type { Caller, Operation } from '../contract.ts';
import { authErrors } from '../errors.ts';
import { holdsScope } from './scope.ts';

/** Throws an AuthorizationError unless `caller` may call `operation`. */
export function authorize(caller: Caller, operation: Pick<Operation, 'id' | 'auth' | 'scope'>): void {
  if (!operation.auth.includes(caller.mode)) {
    throw makeError(authErrors.keyTypeNotAllowed, {
      message: `${operation.id} cannot be called with a ${caller.mode} key; it takes ${operation.auth.join(' or ')}.`,
      details: { accepted: [...operation.auth] },
    });
  }
  if (!holdsScope(caller.scopes, operation.scope)) {
    throw makeError(authErrors.scopeMissing, {
      message: `${operation.id} needs the scope '${operation.scope}'; the key has ${caller.scopes.join(', ') || 'none'}.`,
      details: { scope: operation.scope },
    });
  }
}
