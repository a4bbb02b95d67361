import type { RegistryPart } from '../../engine/model/create-registry.ts';
import type { Component } from '../contract.ts';
import { carryRules } from './alerts/carry/carry-rules.ts';
import { alertWorker } from './alerts/watch/alert-worker.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { policies } from './kinds.ts';
import { operations } from './operations.ts';
import { createTrail } from './trail.ts';

export const kinds: RegistryPart = { models, validators, policies };

export const component: Component = {
  name: 'audit',
  models,
  validators,
  policies,
  operations,
  trail: ({ host }) => createTrail(host),
  carry: carryRules,
  workers: ({ host, ports: { conditions } }) =>
    conditions === undefined ? [] : [alertWorker({ conditions, ids: host.ids })],
  unknownImpact: {
    AlertRule: 'how often rule {key} would have fired is not known to this server yet',
    RetentionPolicy: 'how many entries policy {key} covers is not known to this server yet',
  },
  guardedFigures: {
    RetentionPolicy: ['entriesArchived'],
  },
};
