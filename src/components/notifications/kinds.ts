import type { KindPolicy } from '../../engine/model/registry.ts';

/** By kind: what the models cannot say. */
export const policies: { readonly [kind: string]: KindPolicy } = {};
