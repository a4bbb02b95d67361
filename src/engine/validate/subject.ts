import type { JsonObject } from '../json.ts';
import type { ResourceId } from '../resource.ts';
import type { Finding } from './finding.ts';
import type { ReferenceUse } from './reference-use.ts';

/** One resource as the checks across a configuration see it. */
export interface Subject extends ResourceId {
  readonly movedFrom?: string;
  /** At least one; every environment belongs to exactly one. */
  readonly variants: readonly SubjectVariant[];
}

/** The resource as it is in some of the environments. */
export interface SubjectVariant {
  readonly environments: readonly string[];
  readonly document: JsonObject;
  readonly references: readonly ReferenceUse[];
  /** Places in which a mistake is known already, when there is any: what follows from one is not said. */
  readonly mistaken?: ReadonlySet<string>;
}

/** A finding about one variant of one subject, both given by their index. */
export interface SubjectFinding extends Finding {
  readonly subject: number;
  readonly variant: number;
  /** In which of the variant's environments it was found. Absent, in all of them. */
  readonly environments?: readonly string[];
}
