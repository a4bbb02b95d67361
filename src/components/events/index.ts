import type { RegistryPart } from '../../engine/model/create-registry.ts';
import type { Component } from '../contract.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { policies } from './kinds.ts';

export const kinds: RegistryPart = { models, validators, policies };

export const component: Component = {
  name: 'events',
  models,
  validators,
  policies,
  unknownImpact: {
    WebhookEndpoint: 'which deliveries to {key} are pending is not known to this server yet',
  },
};
