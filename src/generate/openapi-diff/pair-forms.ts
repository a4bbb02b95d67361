import { canonicalJson } from '../../engine/canonical-json.ts';
import type { JsonObject } from '../../engine/json.ts';
import { type Form, formsOf } from './forms.ts';

/** Forms that were and forms that are: which became which, which are gone, which are new. */
export interface PairedForms {
  readonly pairs: readonly (readonly [Form, Form])[];
  readonly gone: readonly Form[];
  readonly come: readonly Form[];
}

/** One side of what is compared: a schema and the document that it stands in. */
export interface Side {
  readonly document: JsonObject;
  readonly schema: JsonObject;
}

/** From the surest likeness to the least: the same name, the same form, the same mark, the same type. */
const likenesses: readonly ((form: Form) => string | null)[] = [
  ({ reference, type }) => (reference === null ? null : `${type} ${reference}`),
  ({ schema, type }) => `${type} ${canonicalJson(schema)}`,
  ({ mark, type }) => (mark === '' ? null : `${type} ${mark}`),
  ({ mark, type }) => (mark === '' ? type : null),
];

export function pairForms(before: Side, after: Side): PairedForms {
  const pairs: (readonly [Form, Form])[] = [];
  let gone = formsOf(before.document, before.schema);
  let come = formsOf(after.document, after.schema);
  for (const likeness of likenesses) {
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
  return { pairs, gone, come };
}
