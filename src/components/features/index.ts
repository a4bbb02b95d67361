import type { RegistryPart } from '../../engine/model/create-registry.ts';
import type { Component } from '../contract.ts';
import { api } from './api.ts';
import { conditionTests } from './condition-tests.ts';
import { deliveryOperations } from './delivery/operations.ts';
import { carryAssignments } from './delivery/sticky/carry-assignments.ts';
import { carryEntitlements } from './entitlements/carry/carry-entitlements.ts';
import { entitlementOperations } from './entitlements/operations.ts';
import { flagEvents } from './events/flag-events.ts';
import { carryStarts } from './experiments/starts/carry-starts.ts';
import { keepingWorker } from './experiments/keeping/keeping-worker.ts';
import { experimentOperations } from './experiments/operations.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { featuresImpact } from './impact/features-impact.ts';
import { flagEngine } from './flag-engine.ts';
import { flagImporter } from './import/import-flags.ts';
import { flagOperations } from './flags/operations.ts';
import { policies } from './kinds.ts';
import { forgetSensitive } from './reports/sensitive/forget-sensitive.ts';
import { reportOperations } from './reports/operations.ts';
import { tenantAgreements } from './tenant-agreements.ts';

export const kinds: RegistryPart = { models, validators, policies };

export const component: Component = {
  name: 'features',
  api,
  models,
  validators,
  policies,
  unknownImpact: {
    Entitlement: 'which tenants have {key} through their plan is not known: nobody keeps the plans of tenants here',
    Flag: 'which users would get another variation of {key} is not known to this server yet',
    Segment: 'who belongs to segment {key} is not known to this server yet',
  },
  guardedFigures: {
    Entitlement: ['tenantsLosingEntitlement', 'tenantsOverLimit'],
    Flag: ['contextsFlipped'],
    Segment: ['contextsFlipped'],
  },
  impact: featuresImpact,
  events: flagEvents,
  carry: async (changes, session, { now }) => {
    await carryEntitlements(changes, session);
    await carryAssignments(changes, session);
    await carryStarts(changes, session, now);
    await forgetSensitive(changes, session);
  },
  operations: (services) => [
    ...entitlementOperations(services),
    ...flagOperations(services),
    ...deliveryOperations(services),
    ...reportOperations(),
    ...experimentOperations(services),
  ],
  workers: () => [keepingWorker()],
  sdk: {
    typescript: [
      { from: 'evaluation', to: 'flags/evaluation' },
      { from: 'conditions', to: 'flags/conditions' },
      { from: 'client', to: 'flags/client' },
    ],
  },
  ports: { flags: flagEngine, flagImporter, agreements: tenantAgreements, conditions: conditionTests },
};
