/** One schema for both databases; migrations in `src/db/migrations/` are generated from it. */
export { apiKeys } from './api-keys.ts';
export { domainEvents } from './domain-events.ts';
export { environments } from './environments.ts';
export { followers } from './followers.ts';
export { idempotencyKeys } from './idempotency-keys.ts';
export { projects } from './projects.ts';
export { requestCounts } from './request-counts.ts';
export { resourceVersions } from './resource-versions.ts';
export { resources } from './resources.ts';
export { revisions } from './revisions.ts';
export { secrets } from './secrets.ts';
