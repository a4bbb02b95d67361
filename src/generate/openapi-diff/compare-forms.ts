import { objectOf, textOf } from '../../engine/json-fields.ts';
import type { JsonObject } from '../../engine/json.ts';
import type { Finding, Place } from './difference.ts';
import { type Form, formsOf, wordsOf } from './forms.ts';
import type { PairedForms, Side } from './pair-forms.ts';

/** Forms that are gone or have come, but for those that another form of the other side says as well. */
export function compareForms(
  { come, gone, pairs }: PairedForms,
  before: Side,
  after: Side,
  at: Place,
): readonly Finding[] {
  if (come.length === 0 && gone.length === 0) return [];
  const [was, is] = [wordsOf(before.document, before.schema), wordsOf(after.document, after.schema)];
  const lost = notCovered(gone, formsOf(after.document, after.schema));
  const gained = notCovered(come, formsOf(before.document, before.schema));
  const isSent = at.direction === 'sent';
  const isWider = (isSent ? lost : gained).length === 0;
  if (gone.length === 1 && come.length === 1) {
    return [{ ...at, code: isWider ? 'type-widened' : 'type-changed', was, is }];
  }
  const isUnion = [...pairs.map(([form]) => form), ...gone].filter(({ type }) => type === 'object').length > 1;
  const isArm = isUnion && gained.every(({ type }) => type === 'object');
  const added = isArm ? 'arm-answered' : 'form-answered';
  return [
    ...(lost.length === 0 ? [] : [{ ...at, code: isSent ? 'form-refused' : 'form-gone', was, is } as const]),
    ...(gained.length === 0 ? [] : [{ ...at, code: isSent ? 'form-accepted' : added, was, is } as const]),
  ];
}

/** By which field objects of a union are told apart, where both say so. */
export function compareMarks(before: JsonObject, after: JsonObject, at: Place): readonly Finding[] {
  const fieldOf = ({ discriminator }: JsonObject): string | undefined =>
    textOf(objectOf(discriminator)['propertyName']);
  const [was, is] = [fieldOf(before), fieldOf(after)];
  return was === undefined || is === undefined || was === is ? [] : [{ ...at, code: 'mark-changed', was, is }];
}

/** Any value is one of every type, and a whole number is a number. */
function notCovered(forms: readonly Form[], others: readonly Form[]): readonly Form[] {
  return forms.filter(
    ({ type }) => !others.some((other) => other.type === 'any' || (other.type === 'number' && type === 'integer')),
  );
}
