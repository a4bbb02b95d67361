import { Agent } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { changing, type PlanServers, startPlanServers, tenantId } from '../fixtures/plan-servers.ts';
import { followEvents } from '../measure/event-stream.ts';
import { boundRow, reportRow, type Row } from '../measure/row.ts';

/** Together an even number of rounds over the tenants: the last puts everybody back on the plan they began on. */
const [changes, warmUp] = [260, 20];
/** Milliseconds. */
const target = 1_000;

/** Of one plan: when it was sent, and after how many milliseconds each way to learn of it knew. */
interface Change {
  readonly tenant: number;
  readonly isPro: boolean;
  readonly sent: number;
  evaluated: number;
  browser: number;
  backEnd: number;
}

/**
 * How long it takes until a tenant's new plan, assigned at one server, is what another server answers by: when somebody
 * asks it what the tenant may, again and again from the moment of sending; when the tenant's browser is told by its
 * stream, asks for its flags and has them; and when a back end that evaluates flags itself is told the plan. Once with as
 * many tenants as a ruleset tells of, and once with more, where back ends name the plan themselves.
 */
export async function planChangeSuite(): Promise<readonly Row[]> {
  const servers = await startPlanServers();
  try {
    await servers.crowd(10_000);
    const told = await measure(servers);
    await servers.crowd(20_000);
    const crowded = await measure(servers);
    const subject = (tenants: string, until: string): string =>
      `a plan assigned at one server, with ${tenants} tenants, from sending until ${until} another`;
    return [
      ...rows(subject('10,000', 'entitlements.evaluate says so at'), 'evaluated', told),
      ...rows(subject('10,000', 'a browser has its flags by it, told by the stream of'), 'browser', told),
      ...rows(subject('10,000', 'a back end has it by the stream of'), 'backEnd', told),
      ...rows(subject('20,000', 'entitlements.evaluate says so at'), 'evaluated', crowded),
      ...rows(subject('20,000', 'a browser has its flags by it, told by the stream of'), 'browser', crowded),
    ];
  } finally {
    await servers.stop();
  }
}

async function measure(servers: PlanServers): Promise<readonly Change[]> {
  const latest = new Map<number, Change>();
  const streams = new Agent({ keepAlive: true });
  try {
    await followAsBrowsers(servers, streams, latest);
    await followAsBackEnd(servers, streams, latest);
    const made: Change[] = [];
    for (let number = 0; number < warmUp + changes; number += 1) {
      const isPro = Math.floor(number / changing) % 2 === 0;
      const change = { tenant: number % changing, isPro, sent: performance.now(), ...unknown };
      latest.set(change.tenant, change);
      made.push(change);
      await Promise.all([assign(servers, change), evaluateUntil(servers, change)]);
      await pause(40);
    }
    for (let waited = 0; waited < 30_000 && made.some(({ browser }) => Number.isNaN(browser)); waited += 100)
      await pause(100);
    // The first twenty compile; they are not counted.
    return made.slice(warmUp);
  } finally {
    streams.destroy();
  }
}

const unknown = { evaluated: Number.NaN, browser: Number.NaN, backEnd: Number.NaN };

async function assign({ ask, here, secret }: PlanServers, { isPro, tenant }: Change): Promise<void> {
  const url = new URL(`/v1/tenants/${tenantId(tenant)}/plan`, here);
  await ask('PUT', url, secret, { plan: isPro ? 'pro' : 'free' });
}

async function evaluateUntil({ ask, secret, there }: PlanServers, change: Change): Promise<void> {
  const url = new URL('/v1/entitlements/evaluate', there);
  const body = { tenantId: tenantId(change.tenant), features: ['reporting'] };
  for (;;) {
    const answer = await ask('POST', url, secret, body);
    if (Reflect.get(Object(answer['reporting']), 'entitled') === change.isPro) break;
  }
  change.evaluated = performance.now() - change.sent;
}

async function followAsBrowsers(
  { ask, people, there }: PlanServers,
  agent: Agent,
  latest: ReadonlyMap<number, Change>,
): Promise<void> {
  const url = new URL('/v1/flag-evaluations', there);
  for (const [tenant, headers] of people.entries()) {
    const told = async (): Promise<void> => {
      const { flags } = await ask('POST', url, headers, { flags: ['reports'] });
      const isOn = Reflect.get(Object(Reflect.get(Object(flags), 'reports')), 'value');
      const change = latest.get(tenant);
      if (change === undefined || isOn !== change.isPro || !Number.isNaN(change.browser)) return;
      change.browser = performance.now() - change.sent;
    };
    await followEvents(new URL('/v1/flag-ruleset/stream', there), { agent, headers, told: () => void told() });
  }
}

async function followAsBackEnd(
  { secret, there }: PlanServers,
  agent: Agent,
  latest: ReadonlyMap<number, Change>,
): Promise<void> {
  const told = (event: string): void => {
    for (const [, tenant, plan] of event.matchAll(/"tenant-(\d+)":\{"plan":"(\w+)"/gu)) {
      const change = latest.get(Number(tenant));
      if (change === undefined || plan !== (change.isPro ? 'pro' : 'free') || !Number.isNaN(change.backEnd)) continue;
      change.backEnd = performance.now() - change.sent;
    }
  };
  await followEvents(new URL('/v1/flag-ruleset/stream', there), { agent, headers: secret, told });
}

type Way = 'evaluated' | 'browser' | 'backEnd';

/** Throws where somebody was never told. */
function rows(subject: string, way: Way, made: readonly Change[]): readonly Row[] {
  const sorted = made.map((change) => change[way]).toSorted((left, right) => left - right);
  const missing = sorted.filter(Number.isNaN).length;
  if (missing > 0) throw new Error(`${subject}: ${missing} of ${made.length} changes were never felt`);
  const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
  return [boundRow(`${subject}: p99`, 'ms', at(0.99), target), reportRow(`${subject}: p50`, 'ms', at(0.5))];
}
