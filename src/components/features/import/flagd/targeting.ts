import type { Json, JsonObject } from '../../../../engine/json.ts';
import { all, type Condition, isOneOf } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';
import { conditionOf } from './condition.ts';
import { fractionalOf } from './fractional.ts';
import { operationOf, variableOf } from './variables.ts';

export interface TargetingPlace {
  readonly flag: string;
  /** Name here of a variant there. */
  nameOf(variant: string): string | undefined;
  /** What is served where targeting leaves it open; absent: the default of the code. */
  readonly otherwise: string | undefined;
  /** A share had to be rounded. */
  rounded(): void;
}

/**
 * A targeting tree as rules in order: each leaf is a rule for those who come that far, and behind a branch stands what
 * those get whom it left open. A branch that nobody reaches is read too: where something in it cannot be worked out,
 * flagd leaves the whole flag to the code. @throws Inexpressible
 */
export function rulesOf(targeting: Json, place: TargetingPlace): readonly JsonObject[] {
  return walk(targeting, true, place);
}

function walk(node: Json, guard: Condition, place: TargetingPlace): readonly JsonObject[] {
  const operation = typeof node === 'object' && node !== null ? operationOf(node) : undefined;
  if (operation?.operator === 'if' && operation.operands.length < 2)
    throw new Inexpressible('a condition without what it leads to names the variant');
  if (operation?.operator === 'if') return walkIf(operation.operands, guard, place);
  if (operation?.operator === 'fractional') return fractionalRules(operation.operands, guard, place);
  if (operation === undefined) return leaf(node, guard, place);
  if (variableOf(node) !== undefined) throw new Inexpressible('an attribute names the variant');
  // A condition by itself answers with the variants `true` and `false`.
  const holds = conditionOf(node, place.flag);
  if (!isTruth(operation.operator)) throw new Inexpressible(`\`${operation.operator}\` works out the variant`);
  return [...leaf('true', all([guard, holds]), place), ...leaf('false', guard, place)];
}

function isTruth(operator: string): boolean {
  return ['==', '===', '!=', '!==', '!', '!!', '<', '<=', '>', '>=', 'in'].includes(operator);
}

function walkIf(
  [test = null, then = null, ...rest]: readonly Json[],
  guard: Condition,
  place: TargetingPlace,
): readonly JsonObject[] {
  const inside = all([guard, conditionOf(test, place.flag)]);
  const otherwise = rest.length > 1 ? walkIf(rest, guard, place) : walk(rest[0] ?? null, guard, place);
  return [...walk(then, inside, place), ...otherwise];
}

/** A variant by name; what is none is an error there, and code gets its default. */
function leaf(node: Json, guard: Condition, place: TargetingPlace): readonly JsonObject[] {
  if (typeof node === 'object' && node !== null) throw new Inexpressible('a variant is worked out');
  if (guard === false) return [];
  const name = node === null ? place.otherwise : place.nameOf(String(node));
  if (name === undefined)
    throw new Inexpressible(node === null ? 'it leaves to the code what some get' : `there is no variant \`${node}\``);
  return [ruleOf(guard, name)];
}

function fractionalRules(operands: readonly Json[], guard: Condition, place: TargetingPlace): readonly JsonObject[] {
  const { absent, deal, empty, isRounded, parts } = fractionalOf(operands, place.flag);
  if (guard === false) return [];
  if (isRounded) place.rounded();
  let from = 0;
  const rollout = parts.flatMap(({ serve, upTo }) => {
    const name = serve === null ? place.otherwise : place.nameOf(serve);
    if (name === undefined) throw new Inexpressible(`there is no variant \`${serve}\``);
    const percent = (upTo - from) / 1000;
    from = upTo;
    return percent === 0 ? [] : [{ serve: name, percent }];
  });
  // Who has nothing to be dealt by goes on, and must not reach what is meant for others.
  const ofEmpty = empty === undefined ? [] : leaf(empty.serve, all([guard, isOneOf(empty.path, [''])]), place);
  return [ruleOf(guard, { rollout, ...deal }), ...ofEmpty, ...leaf(absent?.serve ?? null, guard, place)];
}

function ruleOf(guard: Condition, serve: Json): JsonObject {
  return { ...(typeof guard === 'boolean' ? {} : { if: guard }), serve };
}
