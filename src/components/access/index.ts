import type { Component } from '../contract.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { policies } from './kinds.ts';
import { operations } from './operations.ts';
import { tenantDirectory } from './tenancy/port.ts';

export const component: Component = {
  name: 'access',
  models,
  validators,
  policies,
  unknownImpact: {
    IdentityProvider: 'who is signed in through {key} is known to nobody but the provider',
    Role: 'which members have role {key} is not known to this server yet',
    ResourceType: 'which members hold permissions on {key} is not known to this server yet',
    Tenancy: 'which tenants and users tenancy {key} does not fit any more is not known to this server',
  },
  guardedFigures: {
    Role: ['membersLosingPermission', 'membersGainingPermission'],
    ResourceType: ['membersLosingPermission'],
  },
  operations,
  ports: { tenants: tenantDirectory },
};
