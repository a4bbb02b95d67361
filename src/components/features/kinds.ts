import type { KindPolicy } from '../../engine/model/registry.ts';
import { entitlementPolicy } from './entitlement-policy.ts';
import { flagPolicy } from './flag-policy.ts';
import { segmentPolicy } from './segment-policy.ts';

/** By kind: what the models cannot say. */
export const policies: { readonly [kind: string]: KindPolicy } = {
  Entitlement: entitlementPolicy,
  Flag: flagPolicy,
  Segment: segmentPolicy,
};
