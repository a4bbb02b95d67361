import { makeError } from '../../engine/platform-error/index.ts';
import { type RequestHeaders, singleHeader } from '../auth/credential.ts';
import { tenantErrors } from './errors.ts';

/** The tenant that `X-Tenant-ID` names; null without the header. Whether there is one of this id is not known yet. */
export function readTenantHeader(headers: RequestHeaders): string | null {
  const named = singleHeader(headers, 'x-tenant-id');
  if (named === undefined) return null;
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(named)) {
    throw makeError(tenantErrors.malformed, {
      message:
        'X-Tenant-ID is 1 to 128 letters, digits, dots, underscores and hyphens, and begins with a letter or digit.',
      param: 'X-Tenant-ID',
    });
  }
  return named;
}
