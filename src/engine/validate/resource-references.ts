import type { KindRegistry } from '../model/registry.ts';
import type { Resource } from '../resource.ts';
import { preparedKinds } from './prepared-kind.ts';
import { applySchemaRules } from './schema-rules.ts';

/** Where a body names another resource. */
export interface ResourceReference {
  /** JSON pointer into the body. */
  readonly pointer: string;
  readonly kind: string;
  readonly key: string;
}

/**
 * Everything a resource refers to, in the order of its fields: what the model marks and what the kind's
 * policy adds. The body must be valid; the targets need not exist. Empty for an unknown kind.
 */
export function resourceReferences(resource: Resource, registry: KindRegistry): readonly ResourceReference[] {
  const { kind, body } = resource;
  const prepared = preparedKinds(registry).get(kind);
  if (prepared === undefined) return [];
  const { references } = applySchemaRules(prepared.root, body, new Set());
  const added = prepared.definition.policy.references?.(body) ?? [];
  return [...references, ...added].map(({ pointer, kind: target, key }) => ({ pointer, kind: target, key }));
}
