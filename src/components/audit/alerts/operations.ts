import type { JsonObject } from '../../../engine/json.ts';
import { listOf, textOf } from '../../../engine/json-fields.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Operation } from '../../../server/operation.ts';
import { pageBounds, pageQuery, type PageRequest, pageSchema, toPage } from '../../../server/page.ts';
import { streamQuery, type StreamRequest, streamSchema, toStreamPart } from '../../../server/stream-page.ts';
import { validated } from '../../../server/validated.ts';
import type { Services } from '../../contract.ts';
import { alertSchema, backtestBody, backtestSchema, firingSchema } from './api-schemas.ts';
import { backtest } from './backtest/backtest.ts';
import { readTriedRule } from './backtest/read-tried-rule.ts';
import { alertErrors } from './errors.ts';
import { describeFiring, describeFound } from './firings/describe-firing.ts';
import { type FiringFilter, selectFirings, selectLastFirings } from './firings/queries.ts';
import { compileRule } from './rules/compile-rule.ts';

const defaultDays = 30;
const mostListed = 1000;

const shared = {
  tag: 'Audit',
  auth: ['secret'],
  scope: 'audit:read',
  tenant: 'optional',
  transaction: 'read',
} as const;

/** What alert rules have found, and would have. */
export function alertOperations({ ports: { conditions, resources } }: Services): readonly Operation[] {
  if (conditions === undefined || resources === undefined) return [];
  return [
    {
      ...shared,
      id: 'alerts.list',
      method: 'GET',
      path: '/v1/alerts',
      summary: 'List alert rules by key, each with the last time it was raised',
      query: pageQuery,
      responses: { 200: { description: 'One page of rules.', schema: pageSchema(alertSchema) } },
      errors: [],
      async handle({ session }, { query }) {
        const request = validated<PageRequest>(query);
        const { items, total } = await resources.list(session, 'AlertRule', pageBounds(request));
        const last = await selectLastFirings(
          session,
          items.map(({ key }) => key),
        );
        const rules = items.map(({ body, key }): JsonObject => {
          const firing = last.get(key);
          return {
            key,
            name: textOf(body['name']) ?? null,
            severity: textOf(body['severity']) ?? 'medium',
            enabled: body['enabled'] !== false,
            tags: listOf(body['tags']),
            lastFiring: firing === undefined ? null : describeFiring(firing),
          };
        });
        return { status: 200, body: toPage(rules, total, request) };
      },
    },
    {
      ...shared,
      id: 'alerts.firings',
      method: 'GET',
      path: '/v1/alerts/firings',
      summary: 'List the times that alarms were raised, newest first',
      description: 'With `X-Tenant-ID`, those of one tenant; without, those of the environment and all its tenants.',
      query: {
        ...streamQuery,
        properties: {
          ...streamQuery.properties,
          // What is none of ours would compare somehow, and give some part of them as if it were the next.
          cursor: {
            ...streamQuery.properties.cursor,
            title: 'the `nextCursor` of an earlier answer',
            pattern: '^alf_[0-9A-Za-z]+$',
          },
          rule: { type: 'string', minLength: 1, maxLength: 200, description: 'Key of an AlertRule.' },
          key: { type: 'string', maxLength: 255, description: 'Value of the field that rules look at entries by.' },
        },
      },
      responses: { 200: { description: 'One part of them.', schema: streamSchema(firingSchema) } },
      errors: [],
      async handle({ session }, { query }) {
        const { cursor, limit, ...filter } = validated<StreamRequest & FiringFilter>(query);
        const rows = await selectFirings(session, filter, { cursor, limit: limit + 1 });
        const part = toStreamPart(rows, { limit }, ({ id }) => id);
        return { status: 200, body: { ...part, data: part.data.map(describeFiring) } };
      },
    },
    {
      ...shared,
      id: 'alerts.backtest',
      method: 'POST',
      path: '/v1/alerts/backtest',
      summary: 'Try an alert rule on the entries there are',
      description:
        'When the rule would have raised its alarm, had it been live all the time. Nothing is raised, and nothing is kept.',
      body: backtestBody,
      responses: { 200: { description: 'What it would have found.', schema: backtestSchema } },
      errors: [alertErrors.invalidRule, alertErrors.spanReversed],
      async handle({ now, session }, { body }) {
        const asked = validated<{ rule: JsonObject; since?: string; until?: string }>(body);
        const until = asked.until === undefined ? now : new Date(asked.until);
        const since =
          asked.since === undefined ? new Date(until.getTime() - defaultDays * 86_400_000) : new Date(asked.since);
        const end = until < now ? until : now;
        if (since >= end) {
          const message = `${since.toISOString()} is not before ${end.toISOString()}.`;
          throw makeError(alertErrors.spanReversed, { message, param: 'since' });
        }
        const rule = compileRule(readTriedRule('tried', asked.rule), conditions);
        const { complete, entries, firings, from } = await backtest(session, [rule], { since, until });
        const answer = {
          count: firings.length,
          entries,
          since: from.toISOString(),
          until: until.toISOString(),
          complete,
        };
        return { status: 200, body: { ...answer, firings: firings.slice(-mostListed).map(describeFound) } };
      },
    },
  ];
}
