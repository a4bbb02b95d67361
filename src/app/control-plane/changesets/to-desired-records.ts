import { type DesiredRecord, hashBody } from '../../../engine/changeset/draft-changes.ts';
import { normalizeBody } from '../../../engine/diff/normalize-body.ts';
import { keepUnmanaged } from '../../../engine/diff/unmanaged.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { KindRegistry } from '../../../engine/model/registry.ts';
import { type Resource, resourceName } from '../../../engine/resource.ts';

/**
 * Resources as they are compared and stored: normalised, unmanaged fields as they stand live, hashed.
 * A resource of an unknown kind is passed on as it is; validation refuses it with a better sentence.
 */
export function toDesiredRecords(
  resources: readonly Resource[],
  liveBodies: ReadonlyMap<string, JsonObject>,
  environment: string,
  registry: KindRegistry,
): readonly DesiredRecord[] {
  return resources.map((resource) => {
    const schema = registry.kinds.get(resource.kind)?.model.schema;
    const live = liveBodies.get(resourceName(resource));
    if (schema === undefined) return { ...resource, hash: hashBody(resource.body) };
    const kept = live === undefined ? resource.body : keepUnmanaged(resource.body, live, environment, schema);
    const body = normalizeBody(kept, schema);
    return { ...resource, body, hash: hashBody(body) };
  });
}
