import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf } from '../../../../engine/json-fields.ts';
import { flagdDeal } from '../../evaluation/deals/murmur-deals.ts';
import { Inexpressible } from '../inexpressible.ts';
import { operationOf, userAttribute, variableOf } from './variables.ts';

export interface Fractional {
  /** A rollout; null for a part that leaves it to the default. */
  readonly parts: readonly { readonly serve: string | null; readonly upTo: number }[];
  readonly deal: JsonObject;
  /** A share had to be rounded to a thousandth of a percent. */
  readonly isRounded: boolean;
  /** What those get who have nothing to be dealt by, where texts put together are dealt: they are, without it. */
  readonly absent: { readonly serve: string | null } | undefined;
  /** What those get whose attribute is the empty text, where it is dealt by itself. */
  readonly empty: { readonly path: string; readonly serve: string | null } | undefined;
}

/** `fractional`, whose first argument may say what is dealt. @throws Inexpressible */
export function fractionalOf(operands: readonly Json[], flag: string): Fractional {
  const [first, ...others] = operands;
  if (first === undefined) throw new Inexpressible('`fractional` has no parts');
  const isDealing = !Array.isArray(first);
  const dealing = isDealing ? dealingOf(first, flag) : { salt: flag, path: 'user.key' };
  const weighted = readParts(isDealing ? others : operands);
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0 || total > 2_147_483_647) throw new Inexpressible('the weights of `fractional` add up to nothing');
  let sum = 0;
  let isRounded = false;
  const parts = weighted
    .filter(({ weight }) => weight > 0)
    .map(({ serve, weight }) => {
      sum += weight;
      const exact = (sum * 100_000) / total;
      isRounded ||= !Number.isInteger(exact);
      return { serve, upTo: Math.round(exact) };
    });
  const { path, salt } = dealing;
  const isPutTogether = isDealing && variableOf(first) === undefined;
  const absent = isPutTogether ? { serve: dealtWithout(salt, parts) } : undefined;
  const isAlone = isDealing && !isPutTogether && path !== 'user.key';
  const empty = isAlone ? { path, serve: dealtWithout(salt, parts) } : undefined;
  return {
    absent,
    empty,
    parts,
    deal: { by: path, hash: 'flagd', ...(salt === '' ? { seed: 0 } : { salt }) },
    isRounded,
  };
}

function dealtWithout(salt: string, parts: Fractional['parts']): string | null {
  const deal = flagdDeal(salt, undefined);
  const cuts = deal.cuts(parts.map(({ upTo }) => ({ upTo, isGap: false })));
  const position = deal.position('');
  return parts[cuts.findIndex((cut) => position < cut)]?.serve ?? null;
}

/** A variable, or texts and one variable put together. */
function dealingOf(node: Json, flag: string): { readonly salt: string; readonly path: string } {
  const variable = variableOf(node);
  if (variable !== undefined) return { salt: '', path: userAttribute(variable) };
  const operation = operationOf(node);
  if (operation?.operator !== 'cat') throw new Inexpressible('`fractional` deals something put together');
  // Of what is absent, flagd makes nothing at all where it stands alone.
  if (operation.operands.length < 2) throw new Inexpressible('`fractional` puts one thing together');
  const texts = operation.operands.slice(0, -1).map((part) => {
    if (typeof part === 'string') return part;
    if (variableOf(part) === '$flagd.flagKey') return flag;
    throw new Inexpressible('`fractional` deals several attributes together');
  });
  const last = variableOf(operation.operands.at(-1) ?? null);
  if (last === undefined) throw new Inexpressible('`fractional` deals something put together');
  return { salt: texts.join(''), path: userAttribute(last) };
}

function readParts(parts: readonly Json[]): readonly { readonly serve: string | null; readonly weight: number }[] {
  return parts.map((part) => {
    const [name = null, weight = 1, ...others] = listOf(part);
    if (!Array.isArray(part) || part.length === 0 || others.length > 0)
      throw new Inexpressible('a part of `fractional` is no variant with a weight');
    if (name !== null && typeof name === 'object') throw new Inexpressible('a variant of `fractional` is worked out');
    if (typeof weight !== 'number' || !Number.isInteger(weight))
      throw new Inexpressible('a weight of `fractional` is worked out');
    return { serve: name === null ? null : String(name), weight: Math.max(0, weight) };
  });
}
