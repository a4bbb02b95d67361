import type { RegistryPart } from '../../engine/model/create-registry.ts';
import type { Component } from '../contract.ts';
import { api } from './api.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { policies } from './kinds.ts';

export const kinds: RegistryPart = { models, validators, policies };

export const component: Component = {
  name: 'analytics',
  api,
  models,
  validators,
  policies,
  unknownImpact: {
    EventSchema: 'how many recent events schema {key} would refuse is not known to this server yet',
  },
  guardedFigures: {
    EventSchema: ['eventsRefused'],
  },
};
