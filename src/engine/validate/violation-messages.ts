import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { childPointer, parsePointer, valueAt } from '../pointer.ts';
import { didYouMean, nearest } from './did-you-mean.ts';
import { declaredNames } from './declared-names.ts';
import type { Finding } from './finding.ts';
import { fixedFields } from './fixed-fields.ts';
import type { PlacedViolation, Validated } from './placed-violation.ts';
import {
  allowedValues,
  expectedInWords,
  joinOr,
  labelOf,
  pathOf,
  quote,
  ruleInWords,
  typeHint,
  typeInWords,
} from './wording.ts';

const nothing: ReadonlySet<string> = new Set();

export function unknownField(
  placed: PlacedViolation,
  field: string,
  missing: readonly string[],
  { kind, overlay }: Pick<Validated, 'kind' | 'overlay'>,
): Finding {
  const { pointer, node, value } = placed;
  const patch = overlay === undefined ? undefined : valueAt(overlay, parsePointer(pointer));
  const isPatched = isJsonObject(patch) && Object.hasOwn(patch, field);
  // An overlay is there to give anew what the document has: only what stands beside the field itself is not meant.
  const beside = isPatched ? patch : isJsonObject(value) ? value : {};
  const fixed = isPatched && pointer === '' ? fixedFields : nothing;
  const free = [...node.properties.keys()].filter((name) => !Object.hasOwn(beside, name) && !fixed.has(name));
  const meant = nearest(field, missing) ?? nearest(field, free);
  const hint = meant === undefined ? fieldList(free, otherNames(node.schema)) : `Did you mean \`${meant}\`?`;
  // What was meant may be a field for a secret, and then its value stands on the line.
  const sensitive = [...node.properties.values()].some((property) => property.schema['x-sensitive'] === true);
  const owner = pointer === '' ? kind : pathOf(pointer);
  return {
    ...state('field/unknown', { field, owner }, { hint, sensitive }),
    pointer: childPointer(pointer, field),
    atKey: true,
    ...(meant === undefined ? {} : { meant }),
  };
}

function fieldList(names: readonly string[], others: readonly string[]): string | undefined {
  if (names.length + others.length === 0 || names.length > 12) return undefined;
  return `It may have ${joinOr([...names.map((name) => `\`${name}\``), ...others])}.`;
}

/** Names that follow a pattern, in the words of the model: `an attribute such as user.email`. */
function otherNames({ patternProperties = {} }: ModelSchema): readonly string[] {
  return Object.values(patternProperties).flatMap(({ title }) => (title === undefined ? [] : [title]));
}

export function messageFor(placed: PlacedViolation, validated: Validated): Finding {
  const { violation, pointer, value, written, node } = placed;
  const { params, keyword } = violation;
  if (violation.propertyName !== undefined) return badName(placed, violation.propertyName, validated.kind);
  const label = labelOf(pointer);
  switch (keyword) {
    case 'required': {
      const field = String(params['missingProperty']);
      return {
        ...state('field/missing', { field, owner: ownerOf(pointer, validated) }),
        pointer,
        atKey: true,
        missing: field,
      };
    }
    case 'dependentRequired': {
      const parameters = { field: String(params['missingProperty']), because: String(params['property']) };
      const owner = ownerOf(pointer, validated);
      return {
        ...state('field/missing-beside', { ...parameters, owner }),
        pointer: childPointer(pointer, parameters.because),
        atKey: true,
      };
    }
    case 'enum':
    case 'const':
      return notAllowed(placed, label, validated);
    case 'pattern':
      return {
        ...state('value/pattern', { label, found: quote(written ?? value), rule: ruleInWords(node.schema) }),
        pointer,
      };
    case 'format':
      return {
        ...state('value/format', { label, expected: formatInWords(node.schema), found: quote(written ?? value) }),
        pointer,
      };
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'multipleOf':
      return {
        ...state('value/range', { label, rule: rangeInWords(keyword, node.schema), found: quote(written ?? value) }),
        pointer,
      };
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return { ...state('value/length', { label, rule: sizeInWords(keyword, Number(params['limit'])) }), pointer };
    case 'uniqueItems':
      return duplicateItem(placed, label);
    default: {
      const parameters = { label, expected: expectedInWords(placed.offered), found: typeInWords(value, written) };
      return { ...state('value/type', parameters, { hint: hintFor(placed, validated) }), pointer };
    }
  }
}

/** What was most likely meant by a value of the wrong type. */
function hintFor(
  { offered, pointer, value, written }: PlacedViolation,
  { root, document }: Validated,
): string | undefined {
  if (typeof value === 'boolean') {
    const names = [offered, ...offered.branches].flatMap(({ schema }) => [
      ...(schema.enum ?? []).filter((item) => typeof item === 'string'),
      ...(schema['x-local-reference'] === undefined
        ? []
        : (declaredNames(root, document, schema['x-local-reference']) ?? [])),
    ]);
    const meant = (value ? ['true', 'on', 'yes'] : ['false', 'off', 'no']).find((name) => names.includes(name));
    if (meant === 'true' || meant === 'false') return `Put quotes around it: '${meant}'.`;
    if (meant !== undefined) return `Did you mean \`${meant}\`?`;
    if (names.length > 0) return undefined;
  }
  const isEntry = /\/[0-9]+$/.test(pointer);
  return typeHint(offered, value, { isEntry, ...(written === undefined ? {} : { written }) });
}

/** Who lacks a field: the resource by its name, or the mapping by its path. */
function ownerOf(pointer: string, { kind, document }: Validated): string {
  if (pointer !== '') return pathOf(pointer);
  const key = document['key'];
  return typeof key === 'string' ? `${kind} \`${key}\`` : `this ${kind}`;
}

function badName(placed: PlacedViolation, name: string, kind: string): Finding {
  const { pointer, node } = placed;
  const owner = pointer === '' ? kind : pathOf(pointer);
  const values = allowedValues(node.schema);
  const hint = didYouMean(
    name,
    (node.schema.enum ?? []).filter((value) => typeof value === 'string'),
  );
  const rule = values === null ? ruleInWords(node.schema) : `must be ${joinOr(values.map(quote))}`;
  const limits = placed.violation.keyword === 'maxLength' || placed.violation.keyword === 'minLength';
  const size = limits
    ? `must have ${sizeInWords(placed.violation.keyword, Number(placed.violation.params['limit']))}`
    : rule;
  return {
    ...state('field/bad-name', { name, owner, rule: size }, { hint }),
    pointer: childPointer(pointer, name),
    atKey: true,
  };
}

function notAllowed(placed: PlacedViolation, label: string, validated: Validated): Finding {
  const { pointer, value, written, offered, node } = placed;
  const values: readonly Json[] = node.schema.enum ?? (node.schema.const === undefined ? [] : [node.schema.const]);
  const meant =
    typeof value === 'string'
      ? didYouMean(
          value,
          values.filter((item) => typeof item === 'string'),
        )
      : undefined;
  const hint = meant ?? hintFor(placed, validated);
  const listed = allowedValues(node.schema) !== null || offered.branches.length > 0;
  const allowed = listed ? expectedInWords(offered) : ruleInWords(node.schema).replace(/^must be /, '');
  return { ...state('value/not-allowed', { label, allowed, found: quote(written ?? value) }, { hint }), pointer };
}

function duplicateItem(placed: PlacedViolation, label: string): Finding {
  const { params } = placed.violation;
  // The validator names the later of the two as `i`.
  const [first, second] = [Number(params['i']), Number(params['j'])];
  const index = Math.max(first, second);
  const item = Array.isArray(placed.value) ? quote(itemAt(placed.value, index)) : 'an entry';
  return { ...state('list/duplicate', { label, item }), pointer: childPointer(placed.pointer, index) };
}

function itemAt(list: readonly Json[], index: number): Json {
  return list[index] ?? null;
}

const formatWords: { readonly [format: string]: string } = {
  date: 'a date such as 2027-01-31',
  'date-time': 'a moment such as 2027-01-31T09:00:00Z',
  email: 'a mail address',
  hostname: 'a host name',
  uri: 'an absolute address such as https://example.com/path',
  duration: 'a duration such as 10m, 24h or 365d',
};

function formatInWords(schema: ModelSchema): string {
  return schema.title ?? formatWords[schema.format ?? ''] ?? `a ${schema.format ?? 'valid'} text`;
}

function rangeInWords(keyword: string, schema: ModelSchema): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (keyword === 'multipleOf') return `a multiple of ${multipleOf ?? 1}`;
  if (minimum !== undefined && maximum !== undefined) return `from ${minimum} to ${maximum}`;
  switch (keyword) {
    case 'minimum':
      return minimum === 0 ? 'zero or more' : `at least ${minimum ?? 0}`;
    case 'maximum':
      return `at most ${maximum ?? 0}`;
    case 'exclusiveMinimum':
      return `more than ${exclusiveMinimum ?? 0}`;
    default:
      return `less than ${exclusiveMaximum ?? 0}`;
  }
}

function sizeInWords(keyword: string, limit: number): string {
  const unit = keyword.endsWith('Length')
    ? ['character', 'characters']
    : keyword.endsWith('Items')
      ? ['entry', 'entries']
      : ['field', 'fields'];
  return `at ${keyword.startsWith('min') ? 'least' : 'most'} ${limit} ${limit === 1 ? unit[0] : unit[1]}`;
}
