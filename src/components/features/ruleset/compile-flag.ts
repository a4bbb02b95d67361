import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { Json, JsonObject } from '../../../engine/json.ts';
import { entriesOf, listOf, objectOf, textOf, textsOf } from '../../../engine/json-fields.ts';
import type { FlagRule, FlagRules, Serving } from '../evaluation/ruleset.ts';
import { compileCondition } from './compile-condition.ts';
import { compileExperiment } from './compile-experiment.ts';
import { compileServing } from './compile-serving.ts';
import { type DealDefaults, dealOf } from '../conditions/deal.ts';
import { inOrder } from '../conditions/in-order.ts';
import { instantOf } from '../conditions/instant-of.ts';

/** A flag's body, as it holds in one environment. */
export function compileFlag(key: string, body: JsonObject): FlagRules {
  const defaults = dealOf({ ...pick(body, 'salt'), ...pick(body, 'hash') }, { hash: 'murmur3', salt: key });
  const offVariation = offVariationOf(body);
  const entitlement = textOf(body['entitlement']);
  const { experiment, fallthrough } = body;
  return {
    state: stateOf(body['state']) ?? 'on',
    variations: Object.fromEntries(byName(body['variations']).map(([name, value]) => [name, sortedFields(value)])),
    ...(offVariation === undefined ? {} : { offVariation }),
    ...(entitlement === undefined ? {} : { entitlement }),
    ...list('prerequisites', prerequisitesOf(body['prerequisites'])),
    ...list('targets', targetsOf(body['targets'])),
    ...list(
      'rules',
      listOf(body['rules']).map((rule) => compileRule(objectOf(rule), defaults)),
    ),
    ...(fallthrough === undefined ? {} : { fallthrough: compileServing(fallthrough, defaults) }),
    ...(experiment === undefined ? {} : { experiment: compileExperiment(experiment, defaults) }),
    ...list('schedule', scheduleOf(body['schedule'], defaults)),
    clientSide: body['clientSide'] !== false,
  };
}

function pick(body: JsonObject, name: string): JsonObject {
  const value = body[name];
  return value === undefined ? {} : { [name]: value };
}

function list<K extends string, T>(name: K, items: readonly T[]): { readonly [name in K]?: readonly T[] } {
  return items.length === 0 ? {} : ({ [name]: items } as { readonly [name in K]: readonly T[] });
}

function byName(value: Json | undefined): readonly (readonly [string, Json])[] {
  return entriesOf(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
}

/** Equal values give equal payloads, whether they come from a file or a database that keeps no order. */
function sortedFields(value: Json): Json {
  const ordered: Json = JSON.parse(canonicalJson(value));
  return ordered;
}

/** What is written, or the variation that is named `off`. */
function offVariationOf(body: JsonObject): string | undefined {
  return textOf(body['offVariation']) ?? (Object.hasOwn(objectOf(body['variations']), 'off') ? 'off' : undefined);
}

function stateOf(value: Json | undefined): FlagRules['state'] | undefined {
  return value === 'on' || value === 'off' || value === 'archived' ? value : undefined;
}

function prerequisitesOf(value: Json | undefined): NonNullable<FlagRules['prerequisites']> {
  return byName(value).map(([flag, variations]) => ({ flag, variations: inOrder(textsOf(variations)) }));
}

/** The closer somebody is named the more it counts: a user goes before their device, and a tenant comes last. */
function targetsOf(value: Json | undefined): NonNullable<FlagRules['targets']> {
  const targets = byName(value).flatMap(([variation, contexts]) =>
    byName(contexts).map(([kind, keys]) => ({ kind, keys: inOrder(textsOf(keys)), variation })),
  );
  return targets.toSorted((left, right) => distance(left.kind) - distance(right.kind) || order(left.kind, right.kind));
}

function distance(kind: string): number {
  return kind === 'user' ? 0 : kind === 'tenant' ? 2 : 1;
}

function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function compileRule(rule: JsonObject, defaults: DealDefaults): FlagRule {
  const name = textOf(rule['name']);
  const { if: condition, serve = '' } = rule;
  return {
    ...(name === undefined ? {} : { name }),
    ...(condition === undefined ? {} : { if: compileCondition(condition, defaults) }),
    serve: compileServing(serve, defaults),
  };
}

/** Each step with what those before it changed: the last one whose time has come holds alone. */
function scheduleOf(value: Json | undefined, defaults: DealDefaults): NonNullable<FlagRules['schedule']> {
  let state: FlagRules['state'] | undefined;
  let fallthrough: Serving | undefined;
  return listOf(value)
    .map(objectOf)
    .flatMap((step) => {
      const at = instantOf(step['at']);
      if (at === undefined) return [];
      state = stateOf(step['state']) ?? state;
      if (step['fallthrough'] !== undefined) fallthrough = compileServing(step['fallthrough'], defaults);
      return [
        {
          at,
          ...(state === undefined ? {} : { state }),
          ...(fallthrough === undefined ? {} : { fallthrough }),
        },
      ];
    });
}
