import type { Session } from '../../../../../src/db/contract.ts';
import { readLiveResources } from '../../../../../src/db/live-resources.ts';
import type { JsonObject } from '../../../../../src/engine/json.ts';
import { objectOf, textsOf } from '../../../../../src/engine/json-fields.ts';
import type { DesiredState } from '../../../../../src/engine/resource.ts';
import { compilePolicy } from '../../../../../src/components/access/policy/compile-policy.ts';
import type { Policy } from '../../../../../src/components/access/policy/contract.ts';
import { everybodyIn, readFacts } from '../../../../../src/components/access/decisions/stored-facts.ts';
import { selectEverybody } from '../../../../../src/components/access/decisions/queries.ts';
import { newName } from './random-access.ts';

/** By `tenant subject-type subject-id`, then by permission: the answers to all questions that can tell them apart. */
export type Decisions = ReadonlyMap<string, ReadonlyMap<string, string>>;

const truths = [true, false];
const everyCase = truths.flatMap((a) =>
  truths.flatMap((b) => truths.flatMap((s) => truths.map((t) => ({ a, b, s, t })))),
);

/** Asks the policy about everybody, every permission, and resources of every kind that conditions and scopes know. */
export async function askEverything(session: Session, tenants: readonly string[], now: Date): Promise<Decisions> {
  const live = await readLiveResources(session, ['ResourceType', 'Role']);
  const bodies = (kind: string): ReadonlyMap<string, JsonObject> =>
    new Map(live.filter((resource) => resource.kind === kind).map(({ body, key }) => [key, body]));
  const policy = compilePolicy({ resourceTypes: bodies('ResourceType'), roles: bodies('Role') });
  const decisions = new Map<string, ReadonlyMap<string, string>>();
  for (const tenant of tenants) {
    const stored = await selectEverybody(session, { tenant, resource: null, now });
    const facts = readFacts(tenant, now, stored);
    if (facts === null) continue;
    for (const { id, type } of everybodyIn(stored)) {
      if (type !== 'user' && type !== 'service-account') continue;
      const { roles } = facts.subject({ type, id });
      decisions.set(`${tenant} ${type} ${id}`, answersOf(policy, { type, id, roles, properties: {} }, tenant, now));
    }
  }
  return decisions;
}

function answersOf(
  policy: Policy,
  subject: Parameters<Policy['check']>[0]['subject'],
  tenant: string,
  now: Date,
): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  for (const [type, actions] of policy.actions) {
    for (const action of actions.flatMap((name) => [name, `${name}:own`, `${name}:team`])) {
      const table = everyCase.map((properties) => {
        const resource = { type, id: 'one', properties };
        return policy.check({ subject, action, resource, tenant: { id: tenant, properties: {} }, now }).allowed
          ? '1'
          : '0';
      });
      answers.set(`${formerName(type)}:${action}`, table.join(''));
    }
  }
  return answers;
}

/** What became of each permission of each subject, by comparing answers alone. */
export function compareDecisions(before: Decisions, after: Decisions, known: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const who of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(who) ?? new Map<string, string>(), after.get(who) ?? new Map<string, string>()];
    const fates = new Map<string, string>();
    for (const permission of new Set([...was.keys(), ...is.keys()])) {
      const [type = '', , scope] = permission.split(':');
      if (scope !== undefined && !known.has(`${type} ${scope}`)) continue;
      const fate = fateOf(permission, was.get(permission) ?? never, is.get(permission) ?? never);
      if (fate !== null) fates.set(permission, fate);
    }
    for (const [permission, fate] of fates) {
      const whole = permission.split(':').slice(0, 2).join(':');
      if (fate === 'changed' && whole !== permission && fates.has(whole)) continue;
      found.add(`${who} ${fate} ${permission}`);
    }
  }
  return found;
}

/** Where a type declares no scopes, any name would do: only those that somebody knows are worth a question. */
export function scopesIn(...states: readonly DesiredState[]): ReadonlySet<string> {
  const found = states.flatMap(({ resources }) =>
    resources.flatMap(({ body, key }) => [
      ...Object.keys(objectOf(body['scopes'])).map((scope) => `${formerName(key)} ${scope}`),
      ...textsOf(body['permissions']).map((written) => {
        const [type = '', , scope = ''] = written.split(':');
        return `${formerName(type)} ${scope}`;
      }),
    ]),
  );
  return new Set(found);
}

/** What is renamed is compared under the name it had. */
function formerName(key: string): string {
  return key.endsWith(newName('')) ? key.slice(0, -newName('').length) : key;
}

export function underFormerName(permission: string): string {
  const [type = '', ...rest] = permission.split(':');
  return [formerName(type), ...rest].join(':');
}

const never = everyCase.map(() => '0').join('');

/**
 * A permission without a scope is looked at where no scope covers the resource, one with a scope where all do: what
 * remains is up to conditions. 2: always; 1: sometimes; 0: never.
 */
function fateOf(permission: string, before: string, after: string): string | null {
  const inScope = permission.split(':').length === 3;
  const [was, is] = [before, after].map((table) => part(table, ({ s, t }) => (inScope ? s && t : !s && !t)));
  const [from, to] = [strengthOf(was ?? ''), strengthOf(is ?? '')];
  if (from !== to) return from > to ? 'lost' : 'gained';
  if (from === 0) return null;
  const same = inScope ? before === after : was === is;
  return same ? null : 'changed';
}

function part(table: string, keep: (one: (typeof everyCase)[number]) => boolean): string {
  return everyCase.flatMap((one, index) => (keep(one) ? [table[index] ?? '0'] : [])).join('');
}

function strengthOf(table: string): 0 | 1 | 2 {
  if (!table.includes('1')) return 0;
  return table.includes('0') ? 1 : 2;
}
