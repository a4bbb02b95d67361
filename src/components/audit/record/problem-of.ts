import { makeError, type PlatformError } from '../../../engine/platform-error/index.ts';
import { isRetentions } from '../proof/said-pruning.ts';
import { recordErrors } from './errors.ts';
import { type Sent, tenantOf } from './sent.ts';

/**
 * Why an entry is not recorded; undefined: it may be.
 *
 * @param known ids of the tenants that there are; undefined: nobody here knows of tenants
 */
export function problemOf(sent: Sent, known: ReadonlySet<string> | undefined): PlatformError | undefined {
  const { caller } = sent.context;
  const { action, actor, tenantId } = sent.entry;
  if (isRetentions(action, { ...actor })) {
    return makeError(recordErrors.retentionOnly, {
      message: `Only retention itself records '${action}' as ${actor.id}.`,
      param: `${sent.pointer}/action`,
    });
  }
  const param = `${sent.pointer}/tenantId`;
  if (caller.tenantId !== null && tenantId !== undefined && tenantId !== caller.tenantId) {
    return makeError(recordErrors.tenantMismatch, {
      message: `The entry names tenant ${tenantId}, and the request is about ${caller.tenantId}.`,
      param,
    });
  }
  const tenant = tenantOf(sent);
  if (tenant === undefined || known === undefined || known.has(tenant)) return undefined;
  return makeError(recordErrors.unknownTenant, { message: `The environment has no tenant ${tenant}.`, param });
}
