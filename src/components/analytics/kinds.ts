import type { KindPolicy } from '../../engine/model/registry.ts';
import { eventSchemaPolicy } from './event-schema-policy.ts';

/** By kind: what the models cannot say. */
export const policies: { readonly [kind: string]: KindPolicy } = { EventSchema: eventSchemaPolicy };
