import type { TypeReference } from '../../api-description.ts';

/** What Java reads of what is answered. */
export type AnsweredForm =
  | { readonly kind: 'text' | 'instant' | 'integer' | 'number' | 'bool' | 'json' }
  | { readonly kind: 'model'; readonly name: string }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** One of several objects: a sealed interface. */
  | { readonly kind: 'either'; readonly names: readonly string[]; readonly discriminator?: string }
  | { readonly kind: 'list' | 'map'; readonly of: AnsweredForm }
  /** Values of several kinds, none of which is all of them: JSON, with an accessor for each. */
  | { readonly kind: 'mixed'; readonly arms: readonly AnsweredForm[] };

export interface Answered {
  readonly form: AnsweredForm;
  readonly isNullable: boolean;
}

/** How many values a choice has at most to be a class: all currencies, say, are texts. */
const longestChoice = 30;

export function answered(type: TypeReference): Answered {
  switch (type.kind) {
    case 'text':
    case 'instant':
    case 'integer':
    case 'number':
      return { form: { kind: type.kind }, isNullable: false };
    case 'boolean':
      return { form: { kind: 'bool' }, isNullable: false };
    case 'json':
    case 'object':
      return { form: { kind: 'json' }, isNullable: false };
    case 'null':
      return { form: { kind: 'mixed', arms: [] }, isNullable: true };
    case 'named':
      return { form: { kind: 'model', name: type.name }, isNullable: false };
    case 'choice':
      return { form: choiceForm(type.values), isNullable: false };
    case 'literal':
      return { form: literalForm(type.value), isNullable: false };
    case 'list':
      return { form: { kind: 'list', of: answered(type.items).form }, isNullable: false };
    case 'map':
      return { form: { kind: 'map', of: answered(type.values).form }, isNullable: false };
    case 'nullable':
      return { form: answered(type.of).form, isNullable: true };
    case 'union':
      return unionForm(type);
  }
}

function choiceForm(values: readonly string[]): AnsweredForm {
  const distinct = [...new Set(values)];
  return distinct.length > longestChoice || distinct.length === 0
    ? { kind: 'text' }
    : { kind: 'choice', values: distinct };
}

function literalForm(value: string | number | boolean): AnsweredForm {
  if (typeof value === 'string') return { kind: 'text' };
  if (typeof value === 'boolean') return { kind: 'bool' };
  return { kind: Number.isSafeInteger(value) ? 'integer' : 'number' };
}

function unionForm({ members, discriminator }: Extract<TypeReference, { kind: 'union' }>): Answered {
  const found = members.map(answered);
  const isNullable = found.some((member) => member.isNullable);
  const arms = found.flatMap(({ form }) => (form.kind === 'mixed' ? form.arms : [form]));
  if (arms.some(({ kind }) => kind === 'json')) return { form: { kind: 'json' }, isNullable };
  const names = new Set(
    arms.flatMap((arm) => (arm.kind === 'model' ? [arm.name] : arm.kind === 'either' ? arm.names : [])),
  );
  const objects = objectsForm([...names], arms.find((arm) => arm.kind === 'either')?.discriminator ?? discriminator);
  const others = arms.filter(({ kind }) => kind !== 'model' && kind !== 'either').map(asText);
  const all = distinctForms([...objects, ...(others.length > 1 || objects.length > 0 ? others : arms)]);
  const [only, ...more] = all;
  return { form: only !== undefined && more.length === 0 ? only : { kind: 'mixed', arms: all }, isNullable };
}

function objectsForm(names: readonly string[], discriminator: string | undefined): readonly AnsweredForm[] {
  const [name, ...more] = names;
  if (name === undefined) return [];
  if (more.length === 0) return [{ kind: 'model', name }];
  return [{ kind: 'either', names, ...(discriminator === undefined ? {} : { discriminator }) }];
}

/** Among other kinds a choice is a text: what it may be beyond its values is theirs. */
function asText(form: AnsweredForm): AnsweredForm {
  return form.kind === 'choice' ? { kind: 'text' } : form;
}

function distinctForms(forms: readonly AnsweredForm[]): readonly AnsweredForm[] {
  const distinct = new Map(forms.map((form) => [JSON.stringify(form), form]));
  // A whole number is a number.
  if (forms.some(({ kind }) => kind === 'number')) distinct.delete(JSON.stringify({ kind: 'integer' }));
  return [...distinct.values()];
}

/** Every form within one, itself included. */
export function formsWithin(form: AnsweredForm): readonly AnsweredForm[] {
  if (form.kind === 'list' || form.kind === 'map') return [form, ...formsWithin(form.of)];
  if (form.kind === 'mixed') return [form, ...form.arms.flatMap(formsWithin)];
  return [form];
}
