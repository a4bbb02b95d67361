import { type DesiredRecord, hashBody } from '../../../engine/changeset/draft-changes.ts';
import { normalizeBody } from '../../../engine/diff/normalize-body.ts';
import { keepUnmanaged } from '../../../engine/diff/unmanaged.ts';
import { canonicalBody } from '../../../engine/validate/canonical-body.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { KindRegistry } from '../../../engine/model/registry.ts';
import { type Resource, resourceName } from '../../../engine/resource.ts';

/** A resource as the files or, going back, history has it. */
export type HistoricResource = Resource & Pick<DesiredRecord, 'owner'>;

/**
 * Resources as they are compared and stored: normalised, unmanaged fields as they stand live, hashed.
 * A resource of an unknown kind is passed on as it is; validation refuses it with a better sentence.
 */
export function toDesiredRecords(
  resources: readonly HistoricResource[],
  liveBodies: ReadonlyMap<string, JsonObject>,
  environment: string,
  registry: KindRegistry,
): readonly DesiredRecord[] {
  return resources.map((resource) => {
    const schema = registry.kinds.get(resource.kind)?.model.schema;
    const live = liveBodies.get(resourceName(resource)) ?? liveBodies.get(formerName(resource));
    if (schema === undefined) return { ...resource, hash: hashBody(resource.body) };
    const written = canonicalBody(resource.kind, resource.body, registry);
    const kept = live === undefined ? written : keepUnmanaged(written, live, environment, schema);
    const body = normalizeBody(kept, schema);
    return { ...resource, body, hash: hashBody(body) };
  });
}

/** Whether the files leave some of its fields to the API, so that what they want of it depends on what is live. */
export function isHandedOver({ body }: Resource): boolean {
  return Array.isArray(body['unmanaged']);
}

/** Where a resource that is about to be renamed stands now; no name at all when it is not. */
export function formerName({ kind, movedFrom }: Resource): string {
  return movedFrom === undefined ? '' : resourceName({ kind, key: movedFrom });
}
