import type { JsonObject } from './json.ts';

/** Identifies a resource inside one environment. */
export interface ResourceId {
  readonly kind: string;
  readonly key: string;
}

/**
 * One document of some kind as it stands in one environment: overlay merged, variables resolved, money
 * in canonical decimals, `${secrets.NAME}` left as written.
 *
 * `body` holds every field the user wrote except `kind`, `key`, `environments` and `movedFrom`.
 */
export interface Resource extends ResourceId {
  readonly body: JsonObject;
  /** The former key, when the document says `movedFrom`: a rename instead of delete and create. */
  readonly movedFrom?: string;
}

/** `Plan/pro`: how a resource is named in messages, paths and JSON maps. */
export function resourceName(id: ResourceId): string {
  return `${id.kind}/${id.key}`;
}

export type EnvironmentMode = 'test' | 'live';

/** What dream.yaml says of one environment. */
export interface EnvironmentSettings {
  readonly mode: EnvironmentMode;
  /** Refuses every delete in the environment and wants an approval for the rest. */
  readonly protect: boolean;
  readonly guardrails: Guardrails;
}

export type ChangeAction = 'create' | 'update' | 'delete' | 'rename';

/** Limits on a changeset, as last applied to the environment. Unknown `max…` names are refused by validation. */
export interface Guardrails {
  /** Actions that need `apply --approve FINGERPRINT`. */
  readonly requireApproval?: readonly ChangeAction[];
  /** `maxDeletes`, `maxTenantsLosingEntitlement`, `maxMembersLosingPermission` …: largest figure allowed. */
  readonly limits: { readonly [name: string]: number };
}

/** Everything the files say about one environment: what `plan` sends and `apply` makes true. */
export interface DesiredState {
  readonly project: string;
  readonly environment: string;
  readonly settings: EnvironmentSettings;
  readonly resources: readonly Resource[];
}
