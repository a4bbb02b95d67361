import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, numberOf, objectOf, textOf } from '../../../../engine/json-fields.ts';
import { all, any, type Condition } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';
import { dealtAttribute } from './attributes.ts';
import { type Dealing, hashNamed, shareOf, splitOf } from './buckets.ts';
import { conditionOf } from './condition.ts';
import type { Groups } from './groups.ts';
import type { Variations } from './variations.ts';

export interface RulePlace {
  readonly feature: string;
  readonly variations: Variations;
  readonly groups: Groups;
}

export interface TranslatedRule {
  readonly if: Condition;
  readonly serve: Json;
}

/** One rule; undefined where it never does anything. @throws Inexpressible */
export function ruleOf(rule: JsonObject, place: RulePlace): TranslatedRule | undefined {
  if (listOf(rule['parentConditions']).length > 0)
    throw new Inexpressible('it asks what another feature serves, which only a whole flag can here');
  if (rule['coverage'] !== undefined && typeof rule['coverage'] !== 'number')
    throw new Inexpressible('its coverage is no number');
  if (rule['contextualVariations'] !== undefined || rule['contextualBanditRef'] !== undefined)
    throw new Inexpressible('it is a bandit');
  const who = all([
    filtersOf(rule),
    rule['condition'] === undefined ? true : conditionOf(rule['condition'], place.groups),
  ]);
  if (rule['force'] !== undefined) return forced(rule, who, place);
  return Array.isArray(rule['variations']) ? experiment(rule, who, place) : undefined;
}

function forced(rule: JsonObject, who: Condition, { feature, variations }: RulePlace): TranslatedRule | undefined {
  const serve = variations.nameOf(rule['force']);
  if (serve === undefined) throw new Inexpressible('it forces null');
  const condition = all([who, rolloutOf(rule, feature)]);
  return condition === false ? undefined : { if: condition, serve };
}

function rolloutOf(rule: JsonObject, feature: string): Condition {
  const coverage = numberOf(rule['coverage']);
  const range = isThere(rule['range']) ? rangeOf(rule['range']) : undefined;
  if (range === undefined && coverage === undefined) return true;
  if (range === undefined && coverage === 0) return false;
  const dealing = dealingOf(rule, rule['seed'], feature);
  if (dealing === undefined) return false;
  return shareOf(dealing, (position) =>
    range === undefined ? position <= (coverage ?? 1) : isWithin(position, range),
  );
}

function isThere(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

function experiment(rule: JsonObject, who: Condition, place: RulePlace): TranslatedRule | undefined {
  const values = listOf(rule['variations']);
  const key = textOf(rule['key']) || place.feature;
  // Its SDK takes what every object of JavaScript has for an experiment in which somebody is given a variation.
  if (key in Object.prototype) throw new Inexpressible(`an experiment cannot be called \`${key}\``);
  const dealing = dealingOf(rule, rule['seed'], key);
  const condition = all([who, namespaceOf(rule, dealing)]);
  if (values.length < 2 || dealing === undefined || condition === false) return undefined;
  const coverage = Math.min(1, Math.max(0, numberOf(rule['coverage']) ?? 1));
  const weights = weightsOf(rule['weights'], values.length);
  const written = isThere(rule['ranges']) ? listOf(rule['ranges']).map(rangeOf) : undefined;
  const ranges = written ?? coveredRanges(weights, coverage);
  const meta = listOf(rule['meta']).map(objectOf);
  const names = values.map((value, index) => {
    const name = place.variations.nameOf(value);
    if (name === undefined) throw new Inexpressible('it serves null');
    return meta[index]?.['passthrough'] === true ? undefined : name;
  });
  const split = splitOf({
    dealing,
    names,
    choose: (position) => ranges.findIndex((range) => isWithin(position, range)),
    weights: written === undefined ? weights : undefined,
    coverage,
  });
  return { if: condition, serve: split };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is no number would be one there by chance: null counts as 0. @throws Inexpressible */
function rangeOf(value: Json | undefined): Range {
  const [from, to] = listOf(value);
  if (typeof from !== 'number' || typeof to !== 'number')
    throw new Inexpressible('a range is not from one number to another');
  return { from, to };
}

function isWithin(position: number, { from, to }: Range): boolean {
  return position >= from && position < to;
}

/** Added up in floating point as it is there, since units lie on the sums. */
function coveredRanges(weights: readonly number[], coverage: number): readonly Range[] {
  let sum = 0;
  return weights.map((weight) => {
    const from = sum;
    sum += weight;
    return { from, to: from + coverage * weight };
  });
}

/** Equal ones, where those written do not fit. */
function weightsOf(value: Json | undefined, count: number): readonly number[] {
  const equal = Array.from({ length: count }, () => 1 / count);
  const weights = listOf(value).map((weight) => numberOf(weight) ?? 0);
  const total = weights.reduce((sum, weight) => weight + sum, 0);
  return weights.length !== count || total < 0.99 || total > 1.01 ? equal : weights;
}

function namespaceOf(rule: JsonObject, dealing: Dealing | undefined): Condition {
  const [id, ...range] = listOf(rule['namespace']);
  if (isThere(rule['filters']) || !isThere(rule['namespace']) || dealing === undefined) return true;
  if (typeof id !== 'string') throw new Inexpressible('its namespace has no name');
  const written = rangeOf(range);
  return shareOf({ hash: 'growthbook', salt: `__${id}`, by: dealing.by }, (position) => isWithin(position, written));
}

function filtersOf(rule: JsonObject): Condition {
  const filters = listOf(rule['filters']).map(objectOf);
  return all(
    filters.map((filter) => {
      const dealing = dealingOf(
        { ...filter, hashVersion: filter['hashVersion'] || 2, hashAttribute: filter['attribute'] || 'id' },
        filter['seed'],
        '',
      );
      if (dealing === undefined) return false;
      const ranges = listOf(filter['ranges']).map(rangeOf);
      return any(ranges.map((range) => shareOf(dealing, (position) => isWithin(position, range))));
    }),
  );
}

/** Undefined for a hash that nobody knows: then nobody is dealt in. @throws Inexpressible */
function dealingOf(rule: JsonObject, seed: Json | undefined, otherwise: string): Dealing | undefined {
  const hash = hashNamed(numberOf(rule['hashVersion']) || 1);
  const salt = textOf(seed) || otherwise;
  if (salt === '') throw new Inexpressible('it deals without a seed');
  const by = dealtAttribute(textOf(rule['hashAttribute']) || 'id');
  return hash === undefined ? undefined : { hash, salt, by };
}
