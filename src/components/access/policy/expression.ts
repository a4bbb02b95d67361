import type { JsonObject } from '../../../engine/json.ts';
import { instantMilliseconds } from '../../../engine/values/instant.ts';
import { shapeOf } from './expression-bounds.ts';
import type { DeclaredDates } from './declared-dates.ts';
import { costOf } from './expression-cost.ts';
import { findProblem } from './expression-problem.ts';
import { theLanguage } from './expression-language.ts';
import { whyUndecided } from './why-undecided.ts';

/** Beyond so many an expression does not hold: some tenths of a second, for which everybody else would wait. */
const maximumSteps = 5_000_000;

/** What an expression is asked about. */
export interface Circumstances {
  readonly user: JsonObject;
  readonly tenant: JsonObject;
  readonly resource: JsonObject;
  readonly action: JsonObject;
  readonly context: JsonObject;
  readonly now: Date;
  readonly dates: DeclaredDates;
}

/** Null when it holds; else why not, to stand behind the expression: `is false`. */
export type Expression = (circumstances: Circumstances) => string | null;

/** Reads each expression once, when it is first asked for. Expressions never throw; what cannot be told does not hold. */
export function createExpressions(): (text: string) => Expression {
  const known = new Map<string, Expression>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const expression = readExpression(text);
    known.set(text, expression);
    return expression;
  };
}

function readExpression(text: string): Expression {
  const problem = findProblem(text);
  if (problem !== undefined) return () => `cannot be read: ${problem.message}`;
  const parsed = theLanguage().parse(text);
  const evaluate: (context: Readonly<Record<string, unknown>>) => unknown = parsed;
  const { isLong } = shapeOf(parsed.ast);
  return ({ user, tenant, resource, action, context, now, dates }) => {
    try {
      if (isLong && costOf(parsed.ast, { user, tenant, resource, action, context }) > maximumSteps)
        return 'would take too long with lists and texts of this length';
      const result = evaluate({
        user: withDates(user, dates.user),
        tenant: withDates(tenant, dates.tenant),
        resource: withDates(resource, dates.resource),
        action,
        context,
        now,
      });
      if (result === true) return null;
      return result === false ? 'is false' : 'is neither true nor false';
    } catch (error) {
      return whyUndecided(error);
    }
  };
}

function withDates(attributes: JsonObject, dates: readonly string[]): object {
  if (dates.length === 0) return attributes;
  const read: Record<string, unknown> = { ...attributes };
  for (const name of dates) {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (typeof value !== 'string') continue;
    const time = instantMilliseconds(value);
    // What is no date stays the text that it is, and compares with no date: a condition on it does not hold.
    if (time !== undefined) read[name] = new Date(time);
  }
  return read;
}
