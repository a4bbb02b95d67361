import type { RegistryPart } from '../../engine/model/create-registry.ts';
import type { Component } from '../contract.ts';
import { api } from './api.ts';
import { carryRules } from './alerts/carry/carry-rules.ts';
import { alertWorker } from './alerts/watch/alert-worker.ts';
import { monthsWorker } from './entries/months-worker.ts';
import { KnownLocations } from './geolocation/known-locations.ts';
import { models } from './generated/models.gen.ts';
import { validators } from './generated/validators.gen.js';
import { auditImpact } from './impact/audit-impact.ts';
import { policies } from './kinds.ts';
import { operations } from './operations.ts';
import { exportVerifier } from './proof/export-verifier.ts';
import { sealingHealth } from './sealing/sealing-health.ts';
import { checkpointsWorker } from './sealing/thinning/checkpoints-worker.ts';
import { createSealer } from './sealing/sealer.ts';
import { archiveReader } from './retention/archive/archive-reader.ts';
import { refuseWhileRemoved } from './retention/removing/refuse-while-removed.ts';
import { retentionWorker } from './retention/retention-worker.ts';
import { receiptsWorker } from './record/receipts-worker.ts';
import { carryStreams } from './streams/carry/carry-streams.ts';
import { streamHealth } from './streams/managing/stream-health.ts';
import { streamWorker } from './streams/sending/stream-worker.ts';
import { createTrail } from './trail.ts';

export const kinds: RegistryPart = { models, validators, policies };

export const component: Component = {
  name: 'audit',
  api,
  models,
  validators,
  policies,
  operations,
  locations: (files, file) => new KnownLocations(files, file),
  trail: ({ host, ports }) => createTrail(host, ports),
  health: async (session, now) => [...(await sealingHealth(session, now)), ...(await streamHealth(session, now))],
  impact: () => auditImpact,
  carry: async (changes, session, { now }) => {
    await carryRules(changes, session);
    await carryStreams(changes, session, now);
    await refuseWhileRemoved(changes, session, now);
  },
  workers: ({ egress, host, masterKey, ports: { conditions, webhooks }, record, secrets, version }) => [
    monthsWorker,
    receiptsWorker,
    createSealer({ host, masterKey }),
    checkpointsWorker,
    retentionWorker({ egress, host, masterKey, record, version }),
    ...(conditions === undefined
      ? []
      : [
          alertWorker({ conditions, ids: host.ids, record, webhooks }),
          streamWorker({ ...host, conditions, egress, secrets, version }),
        ]),
  ],
  ports: { exportVerifier, archives: archiveReader },
  unknownImpact: {
    AlertRule: 'how often rule {key} would have fired is not known: nobody runs conditions here',
    RetentionPolicy: 'how many entries policy {key} covers is not known',
  },
  guardedFigures: {
    AlertRule: ['alarmsAdded', 'alarmsMissed'],
    RetentionPolicy: ['tenantsWithEntriesArchived', 'tenantsWithEntriesDeleted', 'tenantsWithArchivesRemoved'],
  },
};
