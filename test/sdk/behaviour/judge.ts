import type { SeenRequest } from '../../support/scripted-server.ts';
import type { BehaviourCase, Outcome } from './behaviour-case.ts';
import { differences, differencesInNamed, differs } from './differences.ts';
import { isObject } from './json-object.ts';
import { requestDifferences } from './request-differences.ts';
import { toldSecrets } from './told-secrets.ts';

/** All in which an outcome, and what the server saw, are not as the case expects. */
export function judge(one: BehaviourCase, outcome: Outcome, requests: readonly SeenRequest[]): readonly string[] {
  return [
    ...outcomeDifferences(one, outcome),
    ...hookDifferences(one, outcome),
    ...requestDifferences(one.expect, requests),
    ...toldSecrets(one, outcome),
  ];
}

function outcomeDifferences({ expect }: BehaviourCase, outcome: Outcome): readonly string[] {
  if (isObject(expect.refused)) {
    if (outcome.refused === undefined) return ['refused: the client was made'];
    return differencesInNamed(expect.refused, outcome.refused, 'refused');
  }
  const expected = expect.outcomes ?? [];
  const actual = outcome.outcomes ?? [];
  if (actual.length !== expected.length) return [differs(expected, outcome.refused ?? actual, 'outcomes')];
  return expected.flatMap((wanted, index) => stepDifferences(wanted, actual[index], `outcomes[${index}]`));
}

/** Of an error, the members that are named; of all else, everything. */
function stepDifferences(expected: unknown, actual: unknown, at: string): readonly string[] {
  if (!isObject(expected) || !isObject(actual)) return differences(expected, actual, at);
  const { error: wanted, ...rest } = expected;
  const { error, ...others } = actual;
  const ofError =
    isObject(wanted) && error !== undefined
      ? differencesInNamed(wanted, error, `${at}.error`)
      : differences(wanted, error, `${at}.error`);
  return [...ofError, ...differences(rest, others, at)];
}

function hookDifferences({ expect }: BehaviourCase, outcome: Outcome): readonly string[] {
  if (expect.hooks === undefined) return [];
  const told = outcome.hooks ?? [];
  if (told.length !== expect.hooks.length) return [differs(expect.hooks, told, 'hooks')];
  return expect.hooks.flatMap((wanted, index) =>
    isObject(wanted) ? differencesInNamed(wanted, told[index], `hooks[${index}]`) : [],
  );
}
