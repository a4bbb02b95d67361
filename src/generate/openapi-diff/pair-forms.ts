import { canonicalJson } from '../../engine/canonical-json.ts';
import type { JsonObject } from '../../engine/json.ts';
import { type Form, formsOf } from './forms.ts';
import { saysNothing } from './fold/says-nothing.ts';

/** Forms that were and forms that are: which became which, which are gone, which are new. */
export interface PairedForms {
  readonly pairs: readonly (readonly [Form, Form])[];
  readonly gone: readonly Form[];
  readonly come: readonly Form[];
  /** What is gone with what has come where the same values may be both: what both say of them is to be compared. */
  readonly overlapping: readonly (readonly [Form, Form])[];
}

/** One side of what is compared: a schema and the document that it stands in. */
export interface Side {
  readonly document: JsonObject;
  readonly schema: JsonObject;
}

/** From the surest likeness to the least. What several add to has one name for all of them, which tells no marks apart. */
const likenesses: readonly ((form: Form) => string | null)[] = [
  ({ reference, type }) => (reference === null ? null : `${type} ${reference}`),
  ({ schema, type }) => `${type} ${canonicalJson(schema)}`,
  ({ mark, type }) => (mark === '' ? null : `${type} ${mark}`),
  ({ mark, name, type }) => (mark !== '' || name === null ? null : `${type} ${name}`),
  ({ mark, type }) => (mark === '' ? type : null),
];

export function pairForms(before: Side, after: Side): PairedForms {
  const pairs: (readonly [Form, Form])[] = [];
  let gone = formsOf(before.document, before.schema);
  let come = formsOf(after.document, after.schema);
  // What is the only one of its type has become the only one, whatever else it says.
  const lone = [gone, come].map((forms) => lonelyTypes(forms));
  const onlyOne = ({ type }: Form): string | null => (lone.every((types) => types.has(type)) ? type : null);
  for (const likeness of [...likenesses, onlyOne]) {
    const left: Form[] = [];
    const others = Map.groupBy(come, likeness);
    const taken = new Set<Form>();
    for (const form of gone) {
      const like = likeness(form);
      const other = like === null ? undefined : others.get(like)?.shift();
      if (other === undefined) left.push(form);
      else {
        pairs.push([form, other]);
        taken.add(other);
      }
    }
    gone = left;
    come = come.filter((form) => !taken.has(form));
  }
  const overlapping = gone.flatMap((form) =>
    come.filter((other) => mayBeBoth(form, other)).map((other) => [form, other] as const),
  );
  return { pairs, gone, come, overlapping };
}

function lonelyTypes(forms: readonly Form[]): ReadonlySet<string> {
  const byType = Map.groupBy(forms, ({ type }) => type);
  return new Set([...byType].filter(([, own]) => own.length === 1).map(([type]) => type));
}

/** Where one of them is limited by its type alone, that is all there is to tell. */
function mayBeBoth(one: Form, other: Form): boolean {
  const { schema: first, type } = one;
  const { schema: second, type: otherType } = other;
  if ([type, otherType].toSorted().join() === 'integer,number') return true;
  return (type === 'any' || otherType === 'any') && !saysOnlyType(first) && !saysOnlyType(second);
}

function saysOnlyType(schema: JsonObject): boolean {
  return saysNothing(Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== 'type')));
}
