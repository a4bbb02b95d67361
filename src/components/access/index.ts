import type { RegistryPart } from '../../engine/model/create-registry.ts';
import type { Component } from '../contract.ts';
import { api } from './api.ts';
import { authzenConfiguration } from './authzen/discovery.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { accessImpact } from './impact/access-impact.ts';
import { whoNamesNoTenant } from './impact/tenancy/tenancy-impact.ts';
import { carry } from './carry.ts';
import { policies } from './kinds.ts';
import { operations } from './operations.ts';
import { compilePolicy } from './policy/compile-policy.ts';
import { createDirectory } from './tokens/directory.ts';
import { tenantDirectory } from './tenancy/port.ts';

export const kinds: RegistryPart = { models, validators, policies };

export const component: Component = {
  name: 'access',
  api,
  models,
  validators,
  policies,
  unknownImpact: {
    IdentityProvider: 'who is signed in through {key} is known to nobody but the provider',
    Tenancy: whoNamesNoTenant,
  },
  impact: () => accessImpact,
  carry,
  operations,
  sdk: { typescript: [{ from: 'permission', to: 'permissions' }] },
  documents: [authzenConfiguration],
  directory: createDirectory,
  ports: { tenants: tenantDirectory, policies: { compile: compilePolicy } },
};
