import type { Somebody, ToldEffect } from '../../../../engine/changeset/impact.ts';
import { parsePointer } from '../../../../engine/pointer.ts';
import { grouped } from '../permission-wording.ts';
import type { Fault, Faults } from './faults.ts';

/** Somebody with values that would be refused from now on. */
export interface Faulty {
  readonly who: Somebody;
  readonly faults: Faults;
}

interface Wording {
  readonly figure: string;
  readonly nouns: readonly [one: string, many: string];
}

export const ofTenants: Wording = { figure: 'tenantsWithInvalidValues', nouns: ['tenant', 'tenants'] };
export const ofUsers: Wording = { figure: 'usersWithInvalidValues', nouns: ['user', 'users'] };

/** What is said of one and of many, and behind the fields of one and of several. */
const sentences: readonly {
  readonly fault: Fault;
  readonly verbs: readonly [one: string, many: string];
  readonly ends: readonly [one: string, several: string];
}[] = [
  {
    fault: 'undeclared',
    verbs: ['keeps', 'keep'],
    ends: [', which is no longer taken', ', which are no longer taken'],
  },
  {
    fault: 'mistyped',
    verbs: ['keeps', 'keep'],
    ends: [' of a type that is no longer taken', ' of types that are no longer taken'],
  },
  { fault: 'unlisted', verbs: ['keeps', 'keep'], ends: [' that is no longer allowed', ' that are no longer allowed'] },
  {
    fault: 'missing',
    verbs: ['has no', 'have no'],
    ends: [', which is required from now on', ', which are required from now on'],
  },
];

/** One effect for each fault: `2 tenants keep a value of seats, which is no longer taken`. */
export function faultEffects(all: readonly Faulty[], { figure, nouns }: Wording): readonly ToldEffect[] {
  return sentences.flatMap(({ ends, fault, verbs }) => {
    const groups = groupsWith(fault, all);
    if (groups.length === 0) return [];
    const amount = groups.reduce((sum, { who }) => sum + who.length, 0);
    const fields = fieldsIn(groups);
    const values = fields.length === 1 ? (fault === 'missing' ? 'value' : 'a value') : 'values';
    const one = amount === 1 ? 0 : 1;
    const text = `${grouped(amount)} ${nouns[one]} ${verbs[one]} ${values} of ${fieldsText(fields, amount)}${ends[fields.length === 1 ? 0 : 1]}`;
    return [{ figure, text, groups }];
  });
}

/** Those whose very same fields have the fault, together. */
function groupsWith(fault: Fault, all: readonly Faulty[]): ToldEffect['groups'] {
  const groups = new Map<
    string,
    { readonly who: Somebody[]; readonly what: { readonly changed: readonly string[] } }
  >();
  for (const { faults, who } of all) {
    const changed = [...faults].flatMap(([field, one]) => (one === fault ? [field] : [])).sort();
    if (changed.length === 0) continue;
    const known = groups.get(changed.join());
    if (known === undefined) groups.set(changed.join(), { who: [who], what: { changed } });
    else known.who.push(who);
  }
  return [...groups.values()];
}

type Counted = readonly [field: string, people: number];

/** Those of the most people first. */
function fieldsIn(groups: ToldEffect['groups']): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const { what, who } of groups)
    for (const field of what.changed ?? []) counts.set(field, (counts.get(field) ?? 0) + who.length);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

const mostNamed = 3;

/** `seats`, `seats (2), size (1)`, and how many more there are. */
function fieldsText(fields: readonly Counted[], everybody: number): string {
  const alike = fields.every(([, people]) => people === everybody);
  const named = fields.slice(0, mostNamed).map(([field, people]) => {
    const name = parsePointer(field).at(-1) ?? field;
    return alike ? name : `${name} (${grouped(people)})`;
  });
  const hidden = fields.length - named.length;
  return hidden === 0 ? named.join(', ') : `${named.join(', ')} and ${grouped(hidden)} more`;
}
