import type { RegistryPart } from '../../engine/model/create-registry.ts';
import type { Component } from '../contract.ts';
import { api } from './api.ts';
import { catalogueOperations } from './catalogue/operations.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { carryPlans } from './impact/carry-plans.ts';
import { planImpact } from './impact/plan-impact.ts';
import { policies } from './kinds.ts';
import { tenantPlanOperations } from './tenant-plans/operations.ts';
import { tenantPlanPort } from './tenant-plans/port.ts';

export const kinds: RegistryPart = { models, validators, policies };

export const component: Component = {
  name: 'billing',
  api,
  models,
  validators,
  policies,
  unknownImpact: {
    Plan: 'which tenants are on plan {key} is not known: nobody keeps the plans of tenants here',
    Meter: 'what tenants use of meter {key} is not counted by this server yet',
  },
  guardedFigures: {
    Plan: ['tenantsLosingPlan', 'tenantsPayingMore', 'tenantsPayingLess'],
    Meter: ['tenantsOverLimit'],
  },
  impact: () => planImpact,
  carry: carryPlans,
  operations: (services) => [...tenantPlanOperations(services), ...catalogueOperations()],
  ports: { plans: tenantPlanPort },
};
