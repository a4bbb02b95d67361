import type { Decision } from './contract.ts';
import type { Line } from './lineage.ts';

/** What a set of roles says to what is asked. */
export interface Answer {
  readonly set: RoleSet;
  /** Yes or no, without looking at anything else. */
  readonly decision: Decision | null;
  /** Grants that say yes to some; empty when `decision` says it all. */
  readonly bounded: readonly BoundedGrant[];
}

/** What was answered to a question before. One answer takes no table: most questions are asked by few sets of roles. */
export interface KeptAnswers {
  latest: Answer | null;
  /** All of them, when there was more than one. */
  others: Map<RoleSet, Answer> | null;
}

/** Roles that were held together, with what each grants. */
export interface RoleSet {
  readonly roles: readonly string[];
  readonly lines: readonly { readonly role: string; readonly line: Line }[];
}

/** A grant that says yes under a condition, or to some of the resources. */
export interface BoundedGrant {
  readonly decision: Decision & { readonly allowed: true };
  readonly condition: string | undefined;
  readonly scope: Scope | undefined;
}

/** The scope that a grant is narrowed to. */
export interface Scope {
  readonly name: string;
  /** Null where the resource type says nothing of which resources the scope covers. */
  readonly expression: string | null;
  /** Whether it was asked about the scope itself: without a resource in hand it need not cover anything. */
  readonly asked: boolean;
}
