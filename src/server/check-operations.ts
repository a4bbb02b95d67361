import type { Operation } from './operation.ts';
import { isMutation } from './idempotency/idempotency-key.ts';

/** Throws a RangeError for an operation table in which two operations are in each other's way. */
export function checkOperations(operations: readonly Operation[]): void {
  refuseRepeats(operations.map(({ id }) => id));
  refuseRepeats(operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`));
  for (const operation of operations) {
    const { id, path, method, transaction, auth, scope, recordedAs, recordsOnly, tenant = 'none' } = operation;
    if (isMutation(operation) && recordsOnly !== true && recordedAs === undefined) {
      throw new RangeError(`${id}: what changes something has a name in the record: recordedAs`);
    }
    if (!isMutation(operation) && recordedAs !== undefined) {
      throw new RangeError(`${id}: what changes nothing is not recorded`);
    }
    if (auth.includes('publishable') && tenant !== 'none') {
      throw new RangeError(`${id}: a publishable key alone acts for no tenant`);
    }
    if (tenant === 'checked' && auth.includes('user')) {
      throw new RangeError(`${id}: a user is always narrowed to one tenant, and sees nothing of what tenants share`);
    }
    if (transaction === 'none' && tenant !== 'none' && tenant !== 'optional') {
      throw new RangeError(`${id}: without a transaction nobody looks which the only tenant is`);
    }
    if (auth.includes('publishable') && !scope.endsWith(':read')) {
      throw new RangeError(`${id}: a publishable key alone, which anybody may know, only reads`);
    }
    if (!/^(\/([A-Za-z0-9._-]+|\{\w+\}))+$/.test(path)) {
      throw new RangeError(`${id}: '${path}' is not a path of plain segments and {parameters}`);
    }
    if (method === 'GET' && transaction !== 'read' && transaction !== 'none') {
      throw new RangeError(`${id}: a GET changes nothing, so its transaction is 'read' or 'none'`);
    }
  }
}

function refuseRepeats(names: readonly string[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new RangeError(`two operations share '${repeated}'`);
  }
}
