import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import { textsOf } from '../../../../engine/json-fields.ts';
import type { ConditionTests } from '../../../ports.ts';
import { compileActionPattern } from '../../action-pattern.ts';

export type ActionCheck = (action: string) => boolean;

/** The test of an action: as any other, but that `*` in a value it is compared with stands for any text. */
export function compileActionTest(test: Json, conditions: ConditionTests): ActionCheck {
  if (!isJsonObject(test)) return oneOf(test, false);
  const { equals, in: among, not, notIn, ...others } = test;
  const ignoresCase = test['ignoreCase'] === true;
  const checks: ActionCheck[] = [];
  if (equals !== undefined) checks.push(oneOf(equals, ignoresCase));
  if (among !== undefined) checks.push(oneOf(among, ignoresCase));
  if (notIn !== undefined) checks.push(opposite(oneOf(notIn, ignoresCase)));
  if (not !== undefined) checks.push(opposite(compileActionTest(not, conditions)));
  if (asksAnything(others)) checks.push(conditions.compile(others));
  return (action) => checks.every((check) => check(action));
}

function oneOf(values: Json, ignoresCase: boolean): ActionCheck {
  const cased = (text: string): string => (ignoresCase ? text.toLowerCase() : text);
  const patterns = textsOf(values).map((text) => compileActionPattern(cased(text)));
  return (action) => {
    const text = cased(action);
    return patterns.some((fits) => fits(text));
  };
}

function opposite(check: ActionCheck): ActionCheck {
  return (action) => !check(action);
}

function asksAnything(operators: JsonObject): boolean {
  return Object.keys(operators).some((name) => name !== 'ignoreCase');
}
