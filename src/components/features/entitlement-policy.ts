import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { entriesOf, numberOf, textOf, textsOf } from '../../engine/json-fields.ts';
import type { KindPolicy } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { didYouMean } from '../../engine/validate/did-you-mean.ts';
import type { FeaturesFinding } from './findings.ts';

export const entitlementPolicy: KindPolicy = { check };

/** Which fields mean something for which types only. */
const fieldTypes: { readonly [field: string]: readonly string[] } = {
  levels: ['custom'],
  meter: ['quantity', 'range'],
  resets: ['quantity', 'range'],
  whenExceeded: ['quantity', 'range'],
  warn: ['quantity', 'range'],
};

function check(body: JsonObject): readonly FeaturesFinding[] {
  const type = textOf(body['type']);
  if (type === undefined) return [];
  const levels = textsOf(body['levels']);
  const found = [
    ...fieldFindings(body, type),
    ...entriesOf(body['plans']).flatMap(([plan, value]) =>
      valueFindings(value, childPointer('/plans', plan), type, levels),
    ),
  ];
  return found.map((finding) => ({ ...finding, because: ['/type', ...(finding.because ?? [finding.pointer])] }));
}

function fieldFindings(body: JsonObject, type: string): readonly FeaturesFinding[] {
  return Object.entries(fieldTypes)
    .filter(([field, types]) => body[field] !== undefined && !types.includes(type))
    .map(([field, types]) => ({
      code: 'features/field-not-for-type',
      pointer: `/${field}`,
      atKey: true,
      message: `\`${field}\` means nothing for a \`${type}\`; it is for \`${types.join('` and `')}\`.`,
    }));
}

function valueFindings(
  value: Json,
  pointer: string,
  type: string,
  levels: readonly string[],
): readonly FeaturesFinding[] {
  switch (type) {
    case 'switch':
      return typeof value === 'boolean' ? [] : [notOfType(pointer, 'A switch is `true` or `false` on a plan.')];
    case 'quantity':
      return quantityFindings(value, pointer);
    case 'range':
      return rangeFindings(value, pointer);
    case 'custom':
      return levelFindings(value, pointer, levels);
    default:
      return [];
  }
}

function quantityFindings(value: Json, pointer: string): readonly FeaturesFinding[] {
  if (typeof value === 'number' || value === 'unlimited') return [];
  if (!isJsonObject(value))
    return [notOfType(pointer, 'A quantity is a number or `unlimited` on a plan.', hintFor(value))];
  const misplaced = ['min', 'max'].filter((field) => value[field] !== undefined);
  if (misplaced.length > 0) {
    return misplaced.map((field) =>
      notOfType(
        childPointer(pointer, field),
        `\`${field}\` is for a \`range\`; a quantity has a \`limit\`.`,
        undefined,
        true,
      ),
    );
  }
  if (value['limit'] !== undefined) return [];
  const finding = notOfType(pointer, 'A quantity written in full needs a `limit`.');
  return [{ ...finding, because: [childPointer(pointer, 'limit')] }];
}

function hintFor(value: Json): string | undefined {
  return typeof value === 'string' ? didYouMean(value, ['unlimited']) : undefined;
}

function rangeFindings(value: Json, pointer: string): readonly FeaturesFinding[] {
  if (!isJsonObject(value)) return [notOfType(pointer, 'A range is written as `{ min: 1, max: 50 }` on a plan.')];
  if (value['limit'] !== undefined) {
    return [
      notOfType(
        childPointer(pointer, 'limit'),
        '`limit` is for a `quantity`; a range has a `min` and a `max`.',
        undefined,
        true,
      ),
    ];
  }
  const min = numberOf(value['min']);
  const max = numberOf(value['max']);
  if (min === undefined || max === undefined || min <= max) return [];
  const message = `Nothing can be chosen between ${min} and ${max}.`;
  const because = [childPointer(pointer, 'min'), childPointer(pointer, 'max')];
  return [{ code: 'features/range-out-of-order', pointer: childPointer(pointer, 'max'), because, message }];
}

function levelFindings(value: Json, pointer: string, levels: readonly string[]): readonly FeaturesFinding[] {
  if (typeof value !== 'string') return [notOfType(pointer, 'A custom entitlement is a text on a plan.')];
  if (levels.length === 0 || levels.includes(value)) return [];
  const finding = notOfType(pointer, `\`${value}\` is not among the \`levels\`.`, didYouMean(value, levels));
  return [{ ...finding, because: [pointer, '/levels'] }];
}

function notOfType(pointer: string, message: string, hint?: string, atKey = false): FeaturesFinding {
  return {
    code: 'features/value-not-of-type',
    pointer,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(atKey ? { atKey } : {}),
  };
}
