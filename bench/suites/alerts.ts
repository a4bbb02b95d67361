import { setTimeout as pause } from 'node:timers/promises';
import { assembleServer } from '../../src/app/assemble-server.ts';
import { concernsOf, evaluate, type PlacedEntry } from '../../src/components/audit/alerts/evaluate.ts';
import { StatesInMemory } from '../../src/components/audit/alerts/backtest/states-in-memory.ts';
import { compileRule } from '../../src/components/audit/alerts/rules/compile-rule.ts';
import { readRule } from '../../src/components/audit/alerts/rules/read-rule.ts';
import { RuleSet } from '../../src/components/audit/alerts/rules/rule-set.ts';
import { conditionTests } from '../../src/components/features/condition-tests.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import type { JsonObject } from '../../src/engine/json.ts';
import { createHost } from '../../src/host/create-host.ts';
import { startPostgresServer } from '../../test/support/postgres-server.ts';
import { interleave } from '../measure/interleave.ts';
import { boundRow, ratioRow, type Row } from '../measure/row.ts';

const attacks = 40;
const entries = 20_000;

/** How soon the fifth failed login has raised its alarm, and what a thousand rules cost beside one. */
export async function alertSuite(): Promise<readonly Row[]> {
  const latencies = await attacked();
  const [one, thousand] = [rulesOf(1), rulesOf(1000)];
  const placed = Array.from({ length: entries }, (_, number) => entryOf(number));
  const rules = await interleave(
    7,
    () => Promise.resolve(millisecondsOf(thousand, placed)),
    () => Promise.resolve(millisecondsOf(one, placed)),
  );
  const each = (value: number) => (value * 1000) / entries;
  return [
    boundRow(`the fifth failed login, recorded to raised, slowest of ${attacks}`, 'ms', Math.max(...latencies), 1000),
    ratioRow(
      'evaluating an entry by 1,000 rules about 1,000 actions, beside one rule',
      'µs',
      { ...rules, ours: each(rules.ours), peer: each(rules.peer) },
      1.5,
    ),
  ];
}

/** Milliseconds from sending the fifth failed login of somebody to the alarm being there to read. */
async function attacked(): Promise<readonly number[]> {
  const postgres = await startPostgresServer({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' });
  const host = createHost();
  const database = await openDatabase({ host, postgres: { url: postgres.url('postgres') } });
  const localToken = `local_${'a'.repeat(43)}`;
  const server = await assembleServer({ host, database, masterKey: null, localToken, logLevel: 'silent' });
  const headers = {
    authorization: `Bearer ${localToken}`,
    'dream-project': 'bench',
    'dream-environment': 'production',
    'content-type': 'application/json',
  };
  const send = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: JsonObject): Promise<JsonObject> => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await server.inject({ method, path, headers, ...sent });
    if (answer.status >= 300) throw new Error(answer.body);
    return JSON.parse(answer.body) as JsonObject;
  };
  await send('PUT', '/v1/resources/AlertRule/brute-force', { body: bodyOf('auth.login') });
  server.startWork();
  const found: number[] = [];
  try {
    for (let attack = 0; attack < attacks; attack += 1) {
      const login = { action: 'auth.login', outcome: 'failure', actor: { id: `user-${attack}` } };
      for (let count = 0; count < 4; count += 1) await send('POST', '/v1/audit/entries', login);
      // Not in step with the rounds of the workers.
      await pause(attack * 7);
      const begin = performance.now();
      await send('POST', '/v1/audit/entries', login);
      while (JSON.stringify(await send('GET', `/v1/alerts/firings?key=user-${attack}`)).includes('"data":[]')) {
        await pause(5);
      }
      found.push(performance.now() - begin);
    }
  } finally {
    await server.close();
    await database.close();
    await postgres.stop();
  }
  return found;
}

function millisecondsOf(rules: RuleSet, placed: readonly PlacedEntry[]): number {
  const begin = performance.now();
  evaluate(concernsOf(rules, placed), new StatesInMemory());
  return performance.now() - begin;
}

/** About as many actions, the first of which is that of the entries. */
function rulesOf(count: number): RuleSet {
  const rules = Array.from({ length: count }, (_, index) =>
    readRule(`rule-${index}`, bodyOf(`action.number-${index}`)),
  );
  return new RuleSet(rules.filter((rule) => rule !== null).map((rule) => compileRule(rule, conditionTests)));
}

function bodyOf(action: string): JsonObject {
  const done: readonly (readonly [string, JsonObject[]])[] = [['then', [{ event: 'security.alert' }]]];
  const count = { atLeast: 5, within: '10m', by: 'actor.id' };
  return Object.fromEntries([['when', { action, outcome: 'failure' }], ['count', count], ...done]);
}

function entryOf(number: number): PlacedEntry {
  return {
    tenantId: '',
    sequence: number + 1,
    entry: {
      id: `aud_${number}`,
      version: 1,
      timestamp: new Date(Date.UTC(2027, 0, 1) + number * 50).toISOString(),
      environment: 'production',
      action: 'action.number-0',
      outcome: 'failure',
      actor: { type: 'user', id: `user-${number % 500}` },
    },
  };
}
