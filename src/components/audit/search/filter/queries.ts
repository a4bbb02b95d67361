import { type AnyColumn, and, eq, gte, inArray, like, lt, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { plainAddress } from '../../../../server/plain-address.ts';
import { keptText } from '../../entries/kept-text.ts';
import { auditEntries, auditMentions } from '../../tables.ts';
import type { EntryFilter } from './entry-filter.ts';

/** What any entry of the filter fulfils, whatever it is about. `actions` stand for the action, where it is a pattern. */
export function conditionsOf(session: Session, filter: EntryFilter, actions?: readonly string[]): SQL | undefined {
  const { actor, ip, outcome, requestId, resourceType, since, tenant, until } = filter;
  return and(
    eq(auditEntries.environmentId, session.environmentId),
    tenant === undefined ? undefined : eq(auditEntries.tenantId, tenant),
    since === undefined ? undefined : gte(auditEntries.recordedAt, new Date(since)),
    until === undefined ? undefined : lt(auditEntries.recordedAt, new Date(until)),
    actor === undefined ? undefined : isId(auditEntries.actorId, actor),
    actionCondition(filter.action, actions),
    resourceType === undefined ? undefined : isId(auditEntries.resourceType, resourceType),
    ip === undefined ? undefined : isAddress(auditEntries.ip, ip),
    outcome === undefined ? undefined : eq(auditEntries.outcome, outcome),
    requestId === undefined ? undefined : eq(auditEntries.requestId, requestId),
  );
}

function actionCondition(action: string | undefined, actions: readonly string[] | undefined): SQL | undefined {
  if (actions !== undefined) return inArray(auditEntries.action, [...actions]);
  if (action === undefined) return undefined;
  if (!action.includes('*')) return eq(auditEntries.action, action);
  return like(auditEntries.action, action.replaceAll(/[\\%_]/g, '\\$&').replaceAll('*', '%'));
}

/** That the entry is about the thing, or changed it besides: one look into an index for each entry that is asked. */
export function concerns(resource: string): SQL {
  return sql`(${isId(auditEntries.resourceId, resource)} OR EXISTS (
    SELECT FROM ${auditMentions}
    WHERE ${auditMentions.environmentId} = ${auditEntries.environmentId}
      AND ${auditMentions.tenantId} = ${auditEntries.tenantId}
      AND ${isId(auditMentions.resourceId, resource)}
      AND ${auditMentions.recordedAt} = ${auditEntries.recordedAt}
      AND ${auditMentions.entryId} = ${auditEntries.id}))`;
}

/** That a column holds the id: whole, or in the way in which entries keep one that is too long for them. */
export function isId(column: AnyColumn, id: string): SQL {
  return isEither(column, id, keptText(id));
}

/** That a column holds the address: as it is asked for, or in the one way in which entries have it now. */
function isAddress(column: AnyColumn, address: string): SQL {
  return isEither(column, address, plainAddress(address) ?? address);
}

/** Of one value where both are the same, as they nearly always are: an index keeps its order by that alone. */
function isEither(column: AnyColumn, asked: string, kept: string): SQL {
  return asked === kept ? eq(column, asked) : inArray(column, [asked, kept]);
}
