import type { Session } from '../../../../db/contract.ts';
import { readLiveResources } from '../../../../db/live-resources.ts';
import type { OperationContext } from '../../../../server/operation-context.ts';
import type { ChangedPart } from '../../../../server/changed.ts';
import { type Page, pageBounds, type PageRequest, toPage } from '../../../../server/page.ts';
import { keepTenant, readTenant } from '../existing-tenant.ts';
import { raiseVersions } from '../versions/queries.ts';
import { type Relationship, type RelationshipQuery, toFilter, toRelationship, toTuple } from './mapping.ts';
import { countTuples, deleteTuples, insertTuples, selectTuples, type Tuple } from './queries.ts';
import { refuseUndeclared } from './refuse-undeclared.ts';

export interface RelationshipChanges {
  readonly add?: readonly Relationship[];
  readonly remove?: readonly Relationship[];
}

/** How many there are more, and how many less. */
export interface RelationshipsWritten {
  readonly added: number;
  readonly removed: number;
}

export async function listRelationships(
  session: Session,
  tenantId: string,
  query: RelationshipQuery & PageRequest,
): Promise<Page<Relationship>> {
  await readTenant(session, tenantId);
  const filter = toFilter(query);
  const rows = await selectTuples(session, tenantId, filter, pageBounds(query));
  return toPage(rows.map(toRelationship), await countTuples(session, tenantId, filter), query);
}

/** All or nothing; writing the same twice is the same as once. */
export async function writeRelationships(
  { session, now, changed }: Pick<OperationContext, 'session' | 'now' | 'changed'>,
  tenantId: string,
  { add = [], remove = [] }: RelationshipChanges,
): Promise<RelationshipsWritten> {
  await keepTenant(session, tenantId);
  if (add.length > 0) {
    const resources = await readLiveResources(session, ['ResourceType']);
    const types = new Map(resources.map(({ key, body }) => [key, body]));
    for (const [index, relationship] of add.entries())
      refuseUndeclared(relationship, { tenantId, types }, `/add/${index}`);
  }
  const removed = await deleteTuples(session, tenantId, inOrder(remove));
  const added = await insertTuples(session, tenantId, inOrder(add), now);
  if (removed.length + added.length > 0) await raiseVersions(session, [tenantId]);
  changed({
    resource: { type: 'tenant', id: tenantId },
    tenantId,
    before: null,
    after: null,
    parts: [...removed.map((tuple) => part(tuple, 'deleted')), ...added.map((tuple) => part(tuple, 'created'))],
  });
  return { added: added.length, removed: removed.length };
}

/** In the record a relationship is found by the resource that it is of. */
function part(tuple: Tuple, happening: 'created' | 'deleted'): ChangedPart {
  const { resource, relation, subject } = toRelationship(tuple);
  const told = { resource: { ...resource }, relation, subject: { ...subject } };
  return {
    action: `relationship.${happening}`,
    resource,
    before: happening === 'deleted' ? told : null,
    after: happening === 'created' ? told : null,
  };
}

/** Two writers who take the same tuples in the same order wait for each other instead of crossing. */
function inOrder(relationships: readonly Relationship[]): readonly Tuple[] {
  const named = relationships.map(toTuple).map((tuple) => [JSON.stringify(Object.values(tuple)), tuple] as const);
  return named.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)).map(([, tuple]) => tuple);
}
