import { makeError } from '../../engine/platform-error/index.ts';
import type { AuthMode, Caller } from '../caller.ts';
import type { Operation } from '../operation.ts';
import { authErrors } from './errors.ts';
import { holdsScope } from './scope.ts';

const words: { readonly [mode in AuthMode]: string } = {
  secret: 'a secret key',
  publishable: 'a publishable key alone',
  user: 'a publishable key and the token of a user',
};

/** Throws an AuthorizationError unless `operation` may be called in this mode. */
export function refuseOtherMode(mode: AuthMode, operation: Pick<Operation, 'id' | 'auth'>): void {
  if (operation.auth.includes(mode)) return;
  throw makeError(authErrors.keyTypeNotAllowed, {
    message: `${operation.id} cannot be called with ${words[mode]}; it takes ${operation.auth.map((one) => words[one]).join(' or ')}.`,
    details: { accepted: [...operation.auth] },
  });
}

/** Throws an AuthorizationError unless `caller` may call `operation`. */
export function authorize(caller: Caller, operation: Pick<Operation, 'id' | 'auth' | 'scope'>): void {
  refuseOtherMode(caller.mode, operation);
  if (!holdsScope(caller.scopes, operation.scope)) {
    throw makeError(authErrors.scopeMissing, {
      message: `${operation.id} needs the scope '${operation.scope}'; the key has ${caller.scopes.join(', ') || 'none'}.`,
      details: { scope: operation.scope },
    });
  }
}
