import { createMongoAbility } from '@casl/ability';
import { newEnforcer, newModelFromString } from 'casbin';
import { compilePolicy } from '../../src/components/access/policy/compile-policy.ts';
import type { AccessQuestion, Policy } from '../../src/components/access/policy/contract.ts';
import {
  inherited,
  permissionsOfRole,
  type PermissionName,
  policySource,
  questionsFor,
  roleKeys,
} from '../fixtures/permissions.ts';
import { interleave } from '../measure/interleave.ts';
import { boundRow, ratioRow, reportRow, type Row } from '../measure/row.ts';
import { median } from '../measure/statistics.ts';

const rounds = 9;
/** Held by the user; with what they inherit, six. */
const held = [3, 9, 17, 30, 42];
const heldKeys = held.flatMap((role) => roleKeys[role] ?? []);
const asked = questionsFor(held);

/** Deciding in process, beside two libraries on the same roles; nanoseconds of processor time for one question. */
export async function checkSuite(): Promise<readonly Row[]> {
  const source = policySource();
  const policy = compilePolicy(source);
  const questions = asked.map((one) => questionOf(one, heldKeys));
  const cached = async (): Promise<number> => nanoseconds(40_000, () => allow(policy, questions));
  const casl = caslCheck();
  const casbin = await casbinCheck();
  agree(
    questions.map((question) => policy.check(question).allowed),
    casl.answers(),
    casbin.answers(),
  );
  const beside = await interleave(rounds, cached, async () => nanoseconds(10_000, casl.run));
  const besideCasbin = await interleave(5, cached, async () => nanoseconds(4, casbin.run));
  const people = Array.from({ length: 20 }, (_, person) =>
    held.flatMap((role) => roleKeys[(role + person) % 50] ?? []),
  );
  const allHeld = people.map((_, person) => [...roleKeys.slice(person), ...roleKeys.slice(0, person)]);
  return [
    boundRow('check, 50 roles, kept answers', 'ns', beside.ours, 50),
    ratioRow('check, kept answers, beside @casl/ability', 'ns', beside, 1),
    ratioRow('check, kept answers, beside casbin', 'ns', besideCasbin, 1 / 100),
    boundRow('check, 50 roles, another person each time', 'µs', inTurn(policy, people) / 1000, 2),
    boundRow('check, 50 roles, never asked before', 'µs', firstTime(source, questions) / 1000, 2),
    reportRow('check, all 50 roles held, another person each time', 'µs', inTurn(policy, allHeld) / 1000),
    reportRow('check with a condition', 'µs', conditional() / 1000),
  ];
}

function questionOf({ action, type }: PermissionName, roles: readonly string[]): AccessQuestion {
  return {
    subject: { type: 'user', id: 'ada', roles, properties: {} },
    action,
    resource: { type, id: '1', properties: {} },
    tenant: { id: 'acme', properties: {} },
    now: new Date(0),
  };
}

function allow(policy: Policy, questions: readonly AccessQuestion[]): number {
  let allowed = 0;
  for (const question of questions) if (policy.check(question).allowed) allowed += 1;
  return allowed;
}

/** Of processor time per question, when `run` asks all of them. */
function nanoseconds(times: number, run: () => number): number {
  const before = process.cpuUsage();
  let answered = 0;
  for (let time = 0; time < times; time += 1) answered += run();
  const { system, user } = process.cpuUsage(before);
  if (answered === 0) throw new Error('nothing was allowed');
  return ((system + user) * 1000) / (times * asked.length);
}

/** Everybody asks in turn with a list of roles of their own, as they come from a database. */
function inTurn(policy: Policy, roles: readonly (readonly string[])[]): number {
  const figures = Array.from({ length: rounds }, () =>
    nanoseconds(1_000, () => {
      let allowed = 0;
      asked.forEach((one, index) => {
        if (policy.check(questionOf(one, [...(roles[index % roles.length] ?? [])])).allowed) allowed += 1;
      });
      return allowed;
    }),
  );
  return median(figures);
}

/** Nothing is kept of the question or of the roles' answers to it; the roles were held before, by other questions. */
function firstTime(source: ReturnType<typeof policySource>, questions: readonly AccessQuestion[]): number {
  const other = questionOf({ type: 'type-0', action: 'act-1' }, heldKeys);
  const figures = Array.from({ length: rounds }, () => {
    const policies = Array.from({ length: 400 }, () => compilePolicy(source));
    for (const policy of policies) policy.check(other);
    const waiting = policies.values();
    return nanoseconds(policies.length, () => {
      const policy = waiting.next().value;
      return policy === undefined ? 0 : allow(policy, questions);
    });
  });
  return median(figures);
}

function conditional(): number {
  const policy = compilePolicy({
    resourceTypes: new Map([['invoice', { actions: ['approve'] }]]),
    roles: new Map([
      [
        'approver',
        {
          permissions: ['invoice:approve'],
          conditions: { 'invoice:approve': 'resource.amount <= 10000.0 && resource.createdBy != user.key' },
        },
      ],
    ]),
  });
  const one = questionOf({ type: 'invoice', action: 'approve' }, ['approver']);
  const question = { ...one, resource: { ...one.resource, properties: { amount: 500, createdBy: 'bob' } } };
  const questions = asked.map(() => question);
  return median(Array.from({ length: rounds }, () => nanoseconds(1_000, () => allow(policy, questions))));
}

interface Peer {
  readonly answers: () => readonly boolean[];
  readonly run: () => number;
}

function peer(allows: (one: PermissionName) => boolean): Peer {
  const answers = (): readonly boolean[] => asked.map(allows);
  const run = (): number => {
    let allowed = 0;
    for (const one of asked) if (allows(one)) allowed += 1;
    return allowed;
  };
  return { answers, run };
}

function caslCheck(): Peer {
  const reached = new Set(held.flatMap((role) => [role, ...inherited(role)]));
  const rules = [...reached].flatMap((role) =>
    permissionsOfRole(role).map(({ action, type }) => ({ action, subject: type })),
  );
  const ability = createMongoAbility(rules);
  return peer(({ action, type }) => ability.can(action, type));
}

async function casbinCheck(): Promise<Peer> {
  const model = newModelFromString(`
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = g(r.sub, p.sub) && r.obj == p.obj && r.act == p.act
`);
  const enforcer = await newEnforcer(model);
  await enforcer.addPolicies(
    roleKeys.flatMap((key, role) => permissionsOfRole(role).map(({ action, type }) => [key, type, action])),
  );
  await enforcer.addGroupingPolicies([
    ...heldKeys.map((key) => ['ada', key]),
    ...roleKeys.flatMap((key, role) => inherited(role).map((other) => [key, roleKeys[other] ?? ''])),
  ]);
  return peer(({ action, type }) => enforcer.enforceSync('ada', type, action));
}

/** A faster wrong answer is no result. */
function agree(...answers: readonly (readonly boolean[])[]): void {
  const [first = [], ...others] = answers;
  for (const other of others) {
    if (other.some((answer, index) => answer !== first[index])) throw new Error('the libraries disagree');
  }
}
