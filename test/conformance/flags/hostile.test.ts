import { expect, test } from 'vitest';
import { explain } from '../../../src/components/features/evaluation/explain/explain.ts';
import { createEvaluator, type Evaluator } from '../../../src/components/features/evaluation/index.ts';
import { longRun } from '../../support/long-run.ts';
import { Random } from './random/random.ts';
import { randomContext } from './random/random-context.ts';
import { randomRuleset } from './random/random-ruleset.ts';

const timeout = longRun ? 1_200_000 : 600_000;
const calls = longRun ? 1_000_000 : 30_000;

function refuse(): never {
  throw new Error('not for you');
}

/** Throws whatever is asked of it. */
const closed: object = new Proxy(
  {},
  {
    get: refuse,
    has: refuse,
    ownKeys: refuse,
    getOwnPropertyDescriptor: refuse,
    getPrototypeOf: refuse,
    apply: refuse,
  },
);

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const circle: { [name: string]: unknown } = { key: 'ada' };
circle['user'] = circle;
circle['tags'] = [circle, circle];

const huge = 'x'.repeat(200_000);
const crowd = Array.from({ length: 200_000 }, () => 'beta');
const endless = Object.assign([], { length: 4_000_000_000 });
const longList: unknown = new Proxy([], { get: (_, name) => (name === 'length' ? 2 ** 53 - 1 : 'beta') });

let deep: unknown = 'bottom';
for (let level = 0; level < 20_000; level += 1) deep = { city: deep };

class Person {
  get key(): string {
    return refuse();
  }
  role = 'admin';
}

/** Values of whom nobody thought. */
const values: readonly [() => unknown, ...(() => unknown)[]] = [
  () => undefined,
  () => null,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => 10n,
  () => Symbol('key'),
  () => refuse,
  () => closed,
  revoked,
  () => circle,
  () => huge,
  () => '\ud800'.repeat(9000),
  () => `10.${'0'.repeat(500)}`,
  () => endless,
  () => longList,
  () => crowd,
  () => deep,
  () => new Person(),
  () => new Date(Number.NaN),
  () => new Map([['key', 'ada']]),
  () => new Float64Array(8),
  () => Object.create(null),
  () => Object.create({ key: 'inherited', role: 'admin' }),
  () => JSON.parse('{"__proto__": {"key": "ada"}, "constructor": 1, "key": "__proto__"}'),
  () => ({ toString: refuse, valueOf: refuse, [Symbol.toPrimitive]: refuse }),
  () => Object.defineProperty({}, 'key', { get: refuse, enumerable: true }),
];

const keys: readonly [unknown, ...unknown[]] = [
  'flag-0',
  'flag-1',
  'flag-2',
  'flag-3',
  'flag-4',
  '__proto__',
  'constructor',
  'toString',
  '',
  huge,
  null,
  undefined,
  7,
  Symbol('flag'),
  closed,
];

function hostileContext(random: Random): unknown {
  if (random.percent(10)) return random.pick(values)();
  const context = randomContext(random);
  if (typeof context !== 'object' || context === null) return context;
  const kinds = new Map<string, unknown>(Object.entries(context));
  for (const kind of ['user', 'tenant', 'device', 'cart', '__proto__', 'constructor']) {
    if (random.percent(15)) kinds.set(kind, random.pick(values)());
    else if (random.percent(40)) kinds.set(kind, spoiledAttributes(kinds.get(kind), random));
  }
  return Object.fromEntries(kinds);
}

function spoiledAttributes(before: unknown, random: Random): object {
  const attributes = new Map<string, unknown>(Object.entries(before ?? {}));
  for (const name of ['key', 'email', 'role', 'tags', 'ip', 'joined', 'address', 'plan', 'app', 'age']) {
    if (random.percent(30)) attributes.set(name, random.pick(values)());
  }
  const made: object = Object.fromEntries(attributes);
  return random.percent(10) ? new Proxy(made, { getOwnPropertyDescriptor: refuse }) : made;
}

/** One call of one of the methods; the default comes back where there is no value. */
function call(evaluator: Evaluator, random: Random): void {
  const key = random.pick(keys) as string;
  const context = hostileContext(random);
  const defaultValue = random.pick(values)();
  switch (random.below(6)) {
    case 0:
      evaluator.allFlags(context, random.percent(50) ? { clientSideOnly: true } : (closed as object)).toObject();
      return;
    case 1:
      evaluator.evaluate(key, context);
      return;
    case 2:
    case 3: {
      const { errorCode, value } = evaluator.variationDetail(key, context, defaultValue);
      if (errorCode !== undefined && !Object.is(value, defaultValue)) throw new Error('another default');
      return;
    }
    default:
      evaluator.variation(key, context, defaultValue);
  }
}

test(
  `P04 ${calls.toLocaleString('en')} calls with contexts, keys and defaults nobody thought of throw nothing`,
  () => {
    const random = new Random(4);
    for (let done = 0; done < calls; ) {
      const evaluator = createEvaluator(randomRuleset(random), {
        now: () => (random.percent(1) ? refuse() : 1_795_000_000_000),
        sticky: { get: () => (random.percent(20) ? refuse() : 'a'), set: refuse },
      });
      for (let turn = 0; turn < 200; turn += 1) call(evaluator, random);
      done += 200;
    }
  },
  timeout,
);

test(
  'P04 rulesets in which anything may stand anywhere throw nothing, and spoil no other flag',
  () => {
    const random = new Random(5);
    const good = { state: 'on', variations: { on: true }, fallthrough: { variation: 'on' }, clientSide: true };
    for (let turn = 0; turn < (longRun ? 20_000 : 400); turn += 1) {
      const { flags, ...rest } = randomRuleset(random);
      const fields = Object.entries(rest).map(([name, value]) => [name, spoil(value, random)]);
      const spoiled = Object.entries(flags).map(([key, flag]) => [key, spoil(flag, random)]);
      const ruleset = { ...Object.fromEntries(fields), format: 1, flags: { ...Object.fromEntries(spoiled), good } };
      const evaluator = createEvaluator(ruleset, random.percent(5) ? (closed as object) : {});
      for (let asked = 0; asked < 10; asked += 1) call(evaluator, random);
      explain(ruleset, 'flag-0', hostileContext(random));
      createEvaluator(random.pick(values)()).allFlags({});
      if (isFramed(ruleset)) expect(evaluator.variation('good', {}, false)).toBe(true);
    }
  },
  timeout,
);

test('P04 a flag that asks itself, a getter that evaluates, and a polluted prototype change nothing', () => {
  const flag = {
    state: 'on',
    variations: { on: true, off: false },
    rules: [
      {
        if: { op: 'attribute', of: { kind: 'user', path: ['role'] }, tests: [{ is: 'in', values: ['admin'] }] },
        serve: { variation: 'on' },
      },
    ],
    fallthrough: { variation: 'off' },
    clientSide: true,
  };
  const evaluator = createEvaluator({ format: 1, flags: { flag } });
  const context = {
    get user() {
      return { role: evaluator.variation('flag', { user: { role: 'admin' } }, false) ? 'admin' : 'nobody' };
    },
  };
  expect(evaluator.variation('flag', context, false)).toBe(true);
  const prototype: { role?: string } = Object.prototype;
  try {
    prototype.role = 'admin';
    expect(evaluator.variation('flag', { user: {} }, true)).toBe(false);
  } finally {
    delete prototype.role;
  }
});

/** Puts values nobody thought of in some places of a ruleset. */
function spoil(part: unknown, random: Random): unknown {
  if (random.percent(1)) return random.pick(values)();
  if (Array.isArray(part)) return part.map((one) => spoil(one, random));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, spoil(one, random)]));
}

/** Whether what all flags need was spared. */
function isFramed(ruleset: { readonly [name: string]: unknown }): boolean {
  return ['segments', 'entitlements', 'tenants'].every((name) => {
    const value = ruleset[name];
    return value === undefined || (typeof value === 'object' && value !== null && !isList(value));
  });
}

function isList(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return true;
  }
}
