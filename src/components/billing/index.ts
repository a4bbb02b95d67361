import type { Component } from '../contract.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { policies } from './kinds.ts';
import { tenantPlanOperations } from './tenant-plans/operations.ts';
import { tenantPlanPort } from './tenant-plans/port.ts';

export const component: Component = {
  name: 'billing',
  models,
  validators,
  policies,
  unknownImpact: {
    Plan: 'which tenants are on plan {key} is not known to this server yet',
    Meter: 'which tenants are charged or limited by meter {key} is not known to this server yet',
  },
  guardedFigures: {
    Plan: ['tenantsLosingEntitlement', 'tenantsOverLimit'],
    Meter: ['tenantsOverLimit'],
  },
  operations: tenantPlanOperations,
  ports: { plans: tenantPlanPort },
};
