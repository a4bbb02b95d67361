import type { MemberReference } from '../model/registry.ts';

/** A place in a document that names a resource, or something inside one. */
export interface ReferenceUse {
  readonly pointer: string;
  /** The key at `pointer` is the name, not its value. */
  readonly atKey: boolean;
  readonly kind: string;
  readonly key: string;
  /** A name that must exist inside the resource: in the list or mapping at `path` of its body. */
  readonly member?: MemberReference;
  /** May be part of a circle. */
  readonly cyclic?: boolean;
}
