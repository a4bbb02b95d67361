import type { Impact } from '../engine/changeset/changeset.ts';
import type { DraftChange } from '../engine/changeset/draft-change.ts';
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
  /**
   * Who would feel each change to one of the component's kinds, asked in the changeset's own transaction and
   * answered in the same order; null leaves the answer to the model alone.
   */
  readonly impact?: (changes: readonly DraftChange[], session: Session) => Promise<readonly (Impact | null)[]>;
  /**
   * Why the impact of a kind cannot be told yet, by kind, for changes that `impact` does not answer.
   * `{key}` stands for the resource's key: `which tenants are on plan {key} is not known to this server yet`.
   */
  readonly unknownImpact?: { readonly [kind: string]: string };
  /**
   * Figures that a change of the kind may move, by kind: `Plan: ['tenantsLosingEntitlement']`. A guardrail on
   * one of them asks for an approval while the figure is unknown.
   */
  readonly guardedFigures?: { readonly [kind: string]: readonly string[] };
  readonly operations?: readonly Operation[];
}
