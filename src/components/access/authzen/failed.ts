import { isJsonObject, type JsonObject } from '../../../engine/json.ts';
import { readRevision } from '../../../db/live-resources.ts';
import { objectOf, textOf } from '../../../engine/json-fields.ts';
import type { OperationContext } from '../../../server/operation-context.ts';
import { cutName } from '../decisions/cut-name.ts';
import { insertDecisions, type LoggedDecision } from '../decisions/log/queries.ts';
import { mayBeTenant, orDefault } from './evaluation.ts';

/** An evaluation of many that could not be made. */
export interface Failed {
  /** `resource.id is missing` */
  readonly problem: string;
  /** As far as the decision log needs to know it; null where that cannot be read: nobody would find the entry again. */
  readonly unmade: Unmade | null;
}

/** Who wanted what of which type, and where. */
type Unmade = Pick<LoggedDecision, 'tenantId' | 'subjectType' | 'subjectId' | 'action' | 'resourceType' | 'resourceId'>;

/** What can be read of an evaluation within the tenant that the request is about, or that the evaluation names. */
export function readUnmade(item: JsonObject, defaults: JsonObject, about: string | null): Unmade | null {
  const tenantId = about ?? textOf(objectOf(orDefault(item['context'], defaults['context']))['tenant']);
  const named = (entity: string, field: string): string | undefined => {
    const fallback = defaults[entity];
    const given = orDefault(item[entity], fallback);
    if (!isJsonObject(given)) return undefined;
    const text = textOf(orDefault(given[field], objectOf(fallback)[field]));
    return text === undefined ? undefined : cutName(text);
  };
  const subjectType = named('subject', 'type');
  const subjectId = named('subject', 'id');
  const action = named('action', 'name');
  const resourceType = named('resource', 'type');
  if (tenantId === undefined || !mayBeTenant(tenantId)) return null;
  if (subjectType === undefined || subjectId === undefined) return null;
  if (action === undefined || resourceType === undefined) return null;
  return { tenantId, subjectType, subjectId, action, resourceType, resourceId: named('resource', 'id') ?? null };
}

/** Enters into the decision log, as refused, what can be entered there. */
export async function recordFailed(
  { session, now, requestId }: OperationContext,
  failed: readonly (Failed & { readonly id: string })[],
): Promise<void> {
  const known = failed.flatMap(({ id, unmade }) => (unmade === null ? [] : [{ id, unmade }]));
  if (known.length === 0) return;
  const policyRevision = await readRevision(session);
  const rows = known.map(({ id, unmade }) => ({
    ...unmade,
    id,
    requestId,
    allowed: false,
    grounds: {
      refusal: {
        reason: 'invalid-evaluation',
        missing: cutName(`${unmade.resourceType}:${unmade.action}`),
        nearMisses: [],
      },
    },
    policyRevision,
  }));
  insertDecisions(session, rows, now);
}
