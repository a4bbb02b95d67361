import type { Component } from '../contract.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { policies } from './kinds.ts';

export const component: Component = { name: 'features', models, validators, policies };
