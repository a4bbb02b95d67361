import type { Session } from '../../../../../src/db/contract.ts';
import { readLiveResources } from '../../../../../src/db/live-resources.ts';
import type { JsonObject } from '../../../../../src/engine/json.ts';
import { objectOf, textsOf } from '../../../../../src/engine/json-fields.ts';
import type { DesiredState } from '../../../../../src/engine/resource.ts';
import { compilePolicy } from '../../../../../src/components/access/policy/compile-policy.ts';
import type { AccessQuestion, Policy, Relations } from '../../../../../src/components/access/policy/contract.ts';
import { relationsOf, type Tuple } from '../../../../../src/components/access/decisions/relation-graph.ts';
import {
  selectTuples,
  type Tuple as StoredTuple,
} from '../../../../../src/components/access/tenancy/relationships/queries.ts';
import { everybodyIn, readFacts } from '../../../../../src/components/access/decisions/stored-facts.ts';
import { selectEverybody } from '../../../../../src/components/access/decisions/queries.ts';
import { newName, relatedIds } from './random-access.ts';

/**
 * By `tenant subject-type subject-id`, then by `permission resource`: the answers to all questions that can tell them
 * apart.
 */
export type Decisions = ReadonlyMap<string, ReadonlyMap<string, string>>;

const truths = [true, false];
const everyCase = truths.flatMap((a) =>
  truths.flatMap((b) => truths.flatMap((s) => truths.map((t) => ({ a, b, s, t })))),
);

/**
 * Asks the policy about everybody, every permission, resources of every kind that conditions and scopes know, and each
 * resource that relationships speak of.
 */
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
    const related = relationsOf((await selectTuples(session, tenant, {}, { limit: 1000, offset: 0 })).map(asTuple));
    for (const { id, type } of everybodyIn(stored)) {
      if (type !== 'user' && type !== 'service-account') continue;
      const { roles } = facts.subject({ type, id });
      const asking = {
        subject: { type, id, roles, properties: {} },
        tenant: { id: tenant, properties: {} },
        now,
      } as const;
      decisions.set(`${tenant} ${type} ${id}`, answersOf(policy, asking, related));
    }
  }
  return decisions;
}

function asTuple({ relation, resourceId, resourceType, subjectId, subjectType }: StoredTuple): Tuple {
  return {
    resource: { type: resourceType, id: resourceId },
    relation,
    subject: { type: subjectType, id: subjectId },
  };
}

function answersOf(
  policy: Policy,
  asking: Pick<AccessQuestion, 'subject' | 'tenant' | 'now'>,
  relations: Relations,
): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  for (const [type, actions] of policy.actions) {
    for (const action of actions.flatMap((name) => [name, `${name}:own`, `${name}:team`])) {
      for (const id of [...relatedIds, 'unrelated']) {
        const table = everyCase.map((properties) =>
          policy.check({ ...asking, action, resource: { type, id, properties } }, relations).allowed ? '1' : '0',
        );
        answers.set(`${formerName(type)}:${action} ${id}`, table.join(''));
      }
    }
  }
  return answers;
}

/** What became of each permission of each subject on any resource, by comparing answers alone. */
export function compareDecisions(before: Decisions, after: Decisions, known: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const who of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(who) ?? new Map<string, string>(), after.get(who) ?? new Map<string, string>()];
    const fates = new Map<string, string>();
    for (const asked of new Set([...was.keys(), ...is.keys()])) {
      const [permission = ''] = asked.split(' ');
      const [type = '', , scope] = permission.split(':');
      if (scope !== undefined && !known.has(`${type} ${scope}`)) continue;
      const fate = fateOf(permission, was.get(asked) ?? never, is.get(asked) ?? never);
      if (fate !== null) fates.set(asked, fate);
    }
    for (const [asked, fate] of fates) found.add(`${who} ${fate} ${asked.split(' ', 1).join()}`);
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
 * What somebody may on any of the samples and could not, or could and may not: with both, it is said to have changed. A
 * permission without a scope is looked at where no scope covers the resource, since what scopes give is told of them.
 */
function fateOf(permission: string, before: string, after: string): string | null {
  const inScope = permission.split(':').length === 3;
  const samples = everyCase.flatMap(({ s, t }, index) =>
    inScope || (!s && !t) ? [`${before[index] ?? '0'}${after[index] ?? '0'}`] : [],
  );
  const [loses, gains] = [samples.includes('10'), samples.includes('01')];
  if (loses && gains) return 'changed';
  return loses ? 'lost' : gains ? 'gained' : null;
}
