import type { KindPolicy } from '../../engine/model/registry.ts';
import { meterPolicy } from './meter-policy.ts';
import { planPolicy } from './plan-policy.ts';

/** By kind: what the models cannot say. */
export const policies: { readonly [kind: string]: KindPolicy } = { Meter: meterPolicy, Plan: planPolicy };
