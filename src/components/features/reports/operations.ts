import type { Operation } from '../../../server/operation.ts';
import { validated } from '../../../server/validated.ts';
import { receiptSchema, reportBody, usageSchema } from './api-schemas.ts';
import { readUsage } from './read-usage.ts';
import { recordReport } from './record-report.ts';
import type { Report } from './report.ts';
import { reporterOf } from './trust.ts';

/** What SDKs report of evaluations, and how much each flag is used. */
export function reportOperations(): readonly Operation[] {
  return [
    {
      id: 'flags.report',
      method: 'POST',
      path: '/v1/flag-reports',
      tag: 'Flags',
      summary: 'Report what was evaluated',
      description:
        'Counts by variation, a sample of contexts, and exposures to experiments. Sent in batches by SDKs that evaluate locally, every minute or so. What the server evaluates for others it counts itself. A signed-in user reports only themselves.',
      auth: ['secret', 'publishable', 'user'],
      // Whoever may evaluate flags may tell what came of it: nothing that anybody is answered rests on that.
      scope: 'flags:read',
      body: reportBody,
      bodyLimit: 4_000_000,
      responses: { 200: { description: 'How much of it was taken.', schema: receiptSchema } },
      errors: [],
      transaction: 'write',
      recordsOnly: true,
      handle: async ({ session, caller, now }, { body }) => ({
        status: 200,
        body: await recordReport(session, validated<Report>(body), { now, reporter: reporterOf(caller) }),
      }),
    },
    {
      id: 'flags.usage',
      method: 'GET',
      path: '/v1/flag-usage',
      tag: 'Flags',
      summary: 'Say how much each flag is used',
      description: 'How often each live flag was evaluated, with which variation, and when last.',
      auth: ['secret'],
      scope: 'flags:read',
      query: {
        type: 'object',
        additionalProperties: false,
        properties: { days: { type: 'integer', minimum: 1, maximum: 90, default: 30 } },
      },
      responses: { 200: { description: 'All live flags.', schema: usageSchema } },
      errors: [],
      transaction: 'read',
      handle: async ({ session, now }, { query }) => ({
        status: 200,
        body: await readUsage(session, validated<{ readonly days: number }>(query).days, now),
      }),
    },
  ];
}
