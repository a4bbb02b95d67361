/**
 * The one table of components.
 *
 * For: telling the house which components there are. Adding one is a folder and a line here.
 * Must not know: what a component does. Components never import this file or one another; they meet in
 * references between documents, in domain events, and in ports bound by src/app.
 */
import { component as access } from './access/index.ts';
import { component as analytics } from './analytics/index.ts';
import { component as audit } from './audit/index.ts';
import { component as billing } from './billing/index.ts';
import type { Component } from './contract.ts';
import { component as events } from './events/index.ts';
import { component as features } from './features/index.ts';
import { component as notifications } from './notifications/index.ts';

export const components: readonly Component[] = [access, features, billing, audit, notifications, events, analytics];
