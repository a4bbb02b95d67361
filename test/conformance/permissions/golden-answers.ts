import { makePolicyPayload, type PolicyPayload } from '../../../src/components/access/tokens/make-policy-payload.ts';
import { compilePolicy } from '../../../src/components/access/policy/compile-policy.ts';
import type { Policy, Relations } from '../../../src/components/access/policy/contract.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import { Random } from '../flags/random/random.ts';
import { randomPermission, randomPolicy, type RandomPolicy, roleNames, switches, typeNames } from './random-policy.ts';
import { isPermission, referenceMatches } from './reference-match.ts';

export interface GoldenPolicy {
  readonly name: string;
  readonly payload: PolicyPayload;
}

export interface AnswerQuestion {
  readonly of: string;
  readonly roles: readonly string[];
  readonly permission: string;
  readonly resource?: { readonly id?: string; readonly properties?: JsonObject };
  readonly answer: 'yes' | 'no' | 'ask';
}

export interface GrantsQuestion {
  readonly of: string;
  readonly roles: readonly string[];
  readonly resourceType?: string;
  readonly permissions: readonly { readonly permission: string; readonly condition?: string }[];
}

export interface GoldenAnswers {
  readonly policies: readonly GoldenPolicy[];
  readonly answers: readonly AnswerQuestion[];
  readonly grants: readonly GrantsQuestion[];
}

const [policyCount, questionsEach] = [60, 40];

/** Always the same. */
export function goldenAnswers(): GoldenAnswers {
  const policies: GoldenPolicy[] = [];
  const answers: AnswerQuestion[] = [];
  const grants: GrantsQuestion[] = [];
  for (let seed = 1; seed <= policyCount; seed += 1) {
    const random = new Random(seed);
    const source = randomPolicy(random);
    const policy = compilePolicy(source);
    const of = `p${seed}`;
    policies.push({ name: of, payload: makePolicyPayload(seed, policy, resourcesOf(source)) });
    for (let count = 0; count < questionsEach; count += 1) answers.push(asked(random, of, policy));
    for (let count = 0; count < 4; count += 1) grants.push(listed(random, of, policy));
  }
  return { policies, answers, grants };
}

function resourcesOf({ resourceTypes, roles }: RandomPolicy) {
  return [
    ...Array.from(resourceTypes, ([key, body]) => ({ kind: 'ResourceType', key, body })),
    ...Array.from(roles, ([key, body]) => ({ kind: 'Role', key, body })),
  ];
}

function asked(random: Random, of: string, policy: Policy): AnswerQuestion {
  const roles = [...random.some(roleNames, 40), ...random.some(['gone', 'valueOf'], 10)];
  const permission = random.percent(4)
    ? random.pick(['', 'invoice', '*:read', 'invoice:Read'])
    : randomPermission(random);
  const resource = random.pick([
    undefined,
    {},
    { id: '42' },
    { id: '42', properties: {} },
    { properties: { amount: 5 } },
  ]);
  const answer = answerOf(policy, roles, permission, resource);
  return { of, roles, permission, ...(resource === undefined ? {} : { resource }), answer };
}

/** The server's own answer in every circumstance that there can be. */
function answerOf(
  policy: Policy,
  roles: readonly string[],
  permission: string,
  resource: AnswerQuestion['resource'] = {},
): AnswerQuestion['answer'] {
  if (!isPermission(permission)) return 'no';
  if (permission.includes('*')) {
    const held = policy.permissionsOf(roles).filter(({ condition }) => condition === undefined);
    return held.some((grant) => referenceMatches(grant.permission, permission)) ? 'yes' : 'no';
  }
  const [type = '', ...action] = permission.split(':');
  const outcomes = Array.from({ length: 2 ** (switches.length + 1) }, (_, bits) => {
    const holds = (place: number): boolean => (bits >> place) % 2 === 1;
    const context = Object.fromEntries(switches.map((name, place) => [name, holds(place)]));
    const question = {
      subject: { type: 'user', id: 'ada', roles, properties: {} },
      action: action.join(':'),
      resource: { type, id: resource.id ?? null, properties: resource.properties ?? {} },
      tenant: { id: 'acme', properties: {} },
      context,
      now: new Date(0),
    } as const;
    return policy.check(question, holds(switches.length) ? related : unrelated).allowed;
  });
  if (!outcomes.includes(false)) return 'yes';
  return outcomes.includes(true) ? 'ask' : 'no';
}

const unrelated: Relations = { related: () => [] };

/** Ada, and one of each type, whose owner she is as well. */
const related: Relations = {
  related: () => [{ type: 'user', id: 'ada' }, ...typeNames.map((type) => ({ type, id: '1' }))],
};

function listed(random: Random, of: string, policy: Policy): GrantsQuestion {
  const roles = random.some(roleNames, 50);
  const resourceType = random.percent(50) ? random.pick([...typeNames, 'nothing'] as const) : undefined;
  const pairs = policy
    .permissionsOf(roles)
    .filter(
      ({ permission }) => permission === '*' || permission.startsWith(`${resourceType ?? permission.split(':')[0]}:`),
    )
    .map(({ condition, permission }) =>
      JSON.stringify(condition === undefined ? { permission } : { permission, condition }),
    );
  const permissions: GrantsQuestion['permissions'] = [...new Set(pairs)].map((text) => JSON.parse(text));
  const sorted = permissions.toSorted((one, other) =>
    one.permission === other.permission
      ? order(one.condition ?? '', other.condition ?? '')
      : order(one.permission, other.permission),
  );
  return { of, roles, ...(resourceType === undefined ? {} : { resourceType }), permissions: sorted };
}

function order(one: string, other: string): number {
  return one < other ? -1 : 1;
}
