/**
 * The one table of components.
 *
 * For: telling the house which components there are. Adding one is a folder and a line here.
 * Must not know: what a component does. Components never import this file or one another; they meet in
 * references between documents, in domain events, and in ports bound by src/app.
 */
import type { RegistryPart } from '../engine/model/create-registry.ts';
import * as access from './access/index.ts';
import * as analytics from './analytics/index.ts';
import * as audit from './audit/index.ts';
import * as billing from './billing/index.ts';
import type { Component } from './contract.ts';
import * as events from './events/index.ts';
import * as features from './features/index.ts';
import * as notifications from './notifications/index.ts';

export const components: readonly Component[] = [
  access.component,
  features.component,
  billing.component,
  audit.component,
  notifications.component,
  events.component,
  analytics.component,
];

/** Of all components, what files are checked with. A command that only checks files is bundled without all the rest. */
export const kinds: readonly RegistryPart[] = [
  access.kinds,
  features.kinds,
  billing.kinds,
  audit.kinds,
  notifications.kinds,
  events.kinds,
  analytics.kinds,
];
