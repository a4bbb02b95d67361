import { defineError } from '../../../engine/platform-error/index.ts';

export const recordErrors = {
  unknownTenant: defineError({
    code: 'audit/unknown-tenant',
    type: 'not-found',
    userMessage: 'This does not exist.',
    meaning:
      'The environment has no tenant of the id that an entry or the parameter `tenant` names, nor the chain of one that was deleted. Of entries that were sent, none was recorded.',
  }),
  tenantMismatch: defineError({
    code: 'audit/tenant-mismatch',
    type: 'validation',
    userMessage: 'The request contradicts itself.',
    meaning:
      'An entry, or the parameter `tenant`, names another tenant than the one that the request is about: by `X-Tenant-ID`, or as the default of its key. Or all chains are asked for, and it is about one tenant.',
  }),
  keyReused: defineError({
    code: 'audit/key-reused',
    type: 'conflict',
    userMessage: 'This was recorded before, and said something else.',
    meaning:
      'An entry was recorded under this `key` before, with other content, or by a server with another master key; or two entries of the request have it, with different content. Nothing of the request was recorded; give each entry a key of its own.',
  }),
  retentionOnly: defineError({
    code: 'audit/retention-only',
    type: 'validation',
    userMessage: 'Some of the information sent is not valid.',
    meaning:
      'An entry is `audit.pruned` by the actor `audit-retention` of type `system`. Only retention itself records those: exports are verified by what they say was taken out of the chain. Nothing of the request was recorded.',
  }),
  impossibleTimestamp: defineError({
    code: 'audit/impossible-timestamp',
    type: 'validation',
    userMessage: 'Some of the information sent is not valid.',
    meaning:
      'The `timestamp` of an entry is, in UTC, not within the years 1 to 9999. Nothing of the request was recorded.',
  }),
} as const;
