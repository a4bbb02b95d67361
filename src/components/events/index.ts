import type { RegistryPart } from '../../engine/model/create-registry.ts';
import type { Component } from '../contract.ts';
import { api } from './api.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { eventsImpact } from './impact/events-impact.ts';
import { feedOperations } from './feed/operations.ts';
import { providerIntake } from './intake/take-once.ts';
import { eventKeepingWorker } from './keeping/keeping-worker.ts';
import { policies } from './kinds.ts';
import { carryEndpoints } from './webhooks/carry/carry-endpoints.ts';
import { deliverHandler } from './webhooks/calling/deliver.ts';
import { fanOutWorker } from './webhooks/fan-out/fan-out-worker.ts';
import { webhookCalls } from './webhooks/fan-out/tell-endpoint.ts';
import { countUnopenedSecrets } from './webhooks/count-unopened-secrets.ts';
import { overdueWorker } from './webhooks/overdue/overdue-worker.ts';
import { endpointHealth } from './webhooks/managing/endpoint-health.ts';
import { webhookOperations } from './webhooks/managing/operations.ts';

export const kinds: RegistryPart = { models, validators, policies };

export const component: Component = {
  name: 'events',
  api,
  models,
  validators,
  policies,
  operations: (services) => [...feedOperations(), ...webhookOperations(services)],
  ports: { webhooks: webhookCalls, intake: providerIntake },
  workers: ({ host }) => [fanOutWorker(host.ids), overdueWorker(), eventKeepingWorker()],
  jobs: ({ egress, host, masterKey, record, secrets }) => [
    deliverHandler({ host, clock: host.clock, egress, secrets, masterKey, record }),
  ],
  unopened: countUnopenedSecrets,
  health: endpointHealth,
  carry: carryEndpoints,
  impact: () => eventsImpact,
  guardedFigures: { WebhookEndpoint: ['eventTypesStopped', 'eventTypesDropped'] },
};
