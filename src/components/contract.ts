import type { Change, Impact } from '../engine/changeset/changeset.ts';
import type { KindPolicy, CompiledValidator } from '../engine/model/registry.ts';
import type { Model } from '../engine/model/model.ts';
import type { Operation } from '../server/contract.ts';
import type { Session } from '../db/contract.ts';

/** What a component offers to the house. Everything but the name and the models may be absent. */
export interface Component {
  readonly name: string;
  /** Generated from `models/<name>/*.yaml`. */
  readonly models: readonly Model[];
  readonly validators: { readonly [kind: string]: CompiledValidator };
  /** By kind. */
  readonly policies?: { readonly [kind: string]: KindPolicy };
  /** Who would feel a change to one of the component's kinds, asked in the changeset's own transaction. */
  readonly impact?: (changes: readonly Change[], session: Session) => Promise<readonly Impact[]>;
  readonly operations?: readonly Operation[];
}
