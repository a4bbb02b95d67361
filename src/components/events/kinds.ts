import type { KindPolicy } from '../../engine/model/registry.ts';
import { webhookEndpointPolicy } from './webhook-endpoint-policy.ts';

/** By kind: what the models cannot say. */
export const policies: { readonly [kind: string]: KindPolicy } = { WebhookEndpoint: webhookEndpointPolicy };
