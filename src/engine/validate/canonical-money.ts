import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { childPointer } from '../pointer.ts';
import type { NumberTexts } from '../source/number-texts.ts';
import { isCurrencyCode, minorDigits } from './currency.ts';
import { compareDecimals, type Decimal, formatDecimal, parseDecimal, trimDecimal } from '../values/decimal.ts';
import type { Finding } from './finding.ts';
import { branchFor, propertyNode, type SchemaNode } from './schema-node.ts';
import { labelOf, quote } from './wording.ts';

const unitPriceDigits = 12;
/** Nobody charges more, and reckoning with it would cost memory. */
const largest: Decimal = { digits: 10n ** 18n, scale: 0 };

export interface CanonicalMoney {
  /** The document itself when nothing changed; the rest is shared with it. */
  readonly document: JsonObject;
  readonly findings: readonly Finding[];
}

/**
 * Writes every amount of money as a canonical decimal string: `49` becomes `49.00` in USD and stays `49`
 * in JPY. `texts` gives the digits as they were written; without it (bodies that came as JSON) a
 * number's shortest decimal form is what was written.
 */
export function canonicalMoney(root: SchemaNode, document: JsonObject, texts: NumberTexts | undefined): CanonicalMoney {
  if (!root.hasMoney) return { document, findings: [] };
  const findings: Finding[] = [];

  const visit = (
    node: SchemaNode,
    value: Json,
    pointer: string,
    currency: string | undefined,
    written: string | undefined,
  ): Json => {
    if (!node.hasMoney) return value;
    const branch = moneyBranch(node, value);
    if (branch === undefined) return value;
    if (branch.schema['x-money'] !== undefined) return canonical(branch, value, written, pointer, currency, findings);
    if (Array.isArray(value)) return visitList(branch, value, pointer, currency);
    return isJsonObject(value) ? visitObject(branch, value, pointer, currency) : value;
  };

  const visitList = (node: SchemaNode, list: readonly Json[], pointer: string, currency: string | undefined): Json => {
    const { items } = node;
    if (items === undefined) return list;
    const changed = list.map((item, index) =>
      visit(items, item, childPointer(pointer, index), currency, texts?.get(list, index)),
    );
    return changed.some((item, index) => item !== list[index]) ? changed : list;
  };

  const visitObject = (
    node: SchemaNode,
    object: JsonObject,
    pointer: string,
    currency: string | undefined,
  ): JsonObject => {
    const beside = object['currency'];
    const own = typeof beside === 'string' && isCurrencyCode(beside) ? beside : currency;
    let changed: { [key: string]: Json } | undefined;
    for (const key in object) {
      const value = object[key] ?? null;
      const child = propertyNode(node, key);
      if (child === undefined || !child.hasMoney) continue;
      const next = visit(
        child,
        value,
        childPointer(pointer, key),
        isCurrencyCode(key) ? key : own,
        texts?.get(object, key),
      );
      if (next === value) continue;
      changed ??= { ...object };
      changed[key] = next;
    }
    return changed ?? object;
  };

  return { document: visitObject(root, document, '', undefined), findings };
}

/** A string of digits belongs to the branch of money even where another branch takes words. */
export function moneyBranch(node: SchemaNode, value: Json): SchemaNode | undefined {
  if (node.branches.length > 0 && typeof value === 'string' && parseDecimal(value) !== null) {
    const money = node.branches.find((branch) => branch.schema['x-money'] !== undefined);
    if (money !== undefined) return money;
  }
  return branchFor(node, value);
}

function canonical(
  node: SchemaNode,
  value: Json,
  written: string | undefined,
  pointer: string,
  currency: string | undefined,
  findings: Finding[],
): Json {
  const { schema } = node;
  const label = labelOf(pointer);
  const text = typeof value === 'number' ? (written ?? String(value)) : value;
  const decimal = typeof text === 'string' ? parseDecimal(text) : null;
  // A number may have an exponent; the pattern of a text allows none.
  const isWritten = typeof value === 'number' || (typeof value === 'string' && node.matches(value));
  if (decimal === null || (!isWritten && rangeRule(schema, decimal) === null)) {
    // Strings with a variable or secret inside are reported as such.
    if (typeof value !== 'string' || !value.includes('${')) {
      const found = typeof value === 'number' ? `\`${written ?? value}\`` : quote(value);
      findings.push({ ...state('money/not-an-amount', { label, found }), pointer });
    }
    return value;
  }
  const range = rangeRule(schema, decimal);
  if (range !== null) {
    findings.push({
      ...state('value/range', { label, rule: range, found: quote(text) }),
      pointer,
    });
    return value;
  }
  const places = currency === undefined ? 0 : minorDigits(currency);
  const { scale } = trimDecimal(decimal);
  if (schema['x-money'] === 'unit-price') {
    if (scale > unitPriceDigits) {
      findings.push({ ...state('money/too-fine-unit-price', { label, digits: unitPriceDigits }), pointer });
      return value;
    }
  } else if (currency !== undefined && scale > places) {
    const parameters = { label, found: formatDecimal(decimal, 0), currency, digits: places };
    findings.push({ ...state('money/too-fine', parameters), pointer });
    return value;
  }
  return formatDecimal(decimal, places);
}

function rangeRule(schema: ModelSchema, decimal: Decimal): string | null {
  const compare = (limit: number) => compareDecimals(decimal, parseDecimal(String(limit)) ?? { digits: 0n, scale: 0 });
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (minimum !== undefined && compare(minimum) < 0) return minimum === 0 ? 'zero or more' : `at least ${minimum}`;
  if (exclusiveMinimum !== undefined && compare(exclusiveMinimum) <= 0) return `more than ${exclusiveMinimum}`;
  if (maximum !== undefined && compare(maximum) > 0) return `at most ${maximum}`;
  if (exclusiveMaximum !== undefined && compare(exclusiveMaximum) >= 0) return `less than ${exclusiveMaximum}`;
  return compareDecimals(decimal, largest) < 0 ? null : 'less than 1,000,000,000,000,000,000';
}
