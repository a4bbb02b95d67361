import type { RegistryPart } from '../../engine/model/create-registry.ts';
import type { Component } from '../contract.ts';
import { api } from './api.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { policies } from './kinds.ts';

export const kinds: RegistryPart = { models, validators, policies };

export const component: Component = {
  name: 'notifications',
  api,
  models,
  validators,
  policies,
  unknownImpact: {
    Workflow: 'which runs of workflow {key} are in flight is not known to this server yet',
    Template: 'who is about to receive template {key} is not known to this server yet',
    Topic: 'who follows topic {key} is not known to this server yet',
  },
  guardedFigures: {
    Workflow: ['runsInFlight'],
  },
};
