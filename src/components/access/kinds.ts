import type { KindPolicy } from '../../engine/model/registry.ts';
import { identityProviderPolicy } from './identity-provider-policy.ts';
import { resourceTypePolicy } from './resource-type-policy.ts';
import { rolePolicy } from './role-policy.ts';
import { tenancyPolicy } from './tenancy-policy.ts';

/** By kind: what the models cannot say. */
export const policies: { readonly [kind: string]: KindPolicy } = {
  IdentityProvider: identityProviderPolicy,
  ResourceType: resourceTypePolicy,
  Role: rolePolicy,
  Tenancy: tenancyPolicy,
};
