import type { Operation } from '../../server/operation.ts';
import type { Services } from '../contract.ts';
import { authzenOperations } from './authzen/operations.ts';
import { decisionOperations } from './decisions/operations.ts';
import { KeptFacts } from './decisions/kept-facts.ts';
import { PolicyStore } from './decisions/policy-store.ts';
import { tenancyOperations } from './tenancy/operations.ts';
import { createDirectory } from './tokens/directory.ts';
import { tokenOperations } from './tokens/operations.ts';

/** Everything the API can do with tenants, people, and what they may do. */
export function operations(services: Services): readonly Operation[] {
  const policies = new PolicyStore();
  const supplies = { policies, kept: new KeptFacts(), ids: services.host.ids };
  return [
    ...tenancyOperations(services),
    ...decisionOperations(supplies),
    ...authzenOperations(supplies),
    ...tokenOperations(services, policies, createDirectory(services, policies)),
  ];
}
