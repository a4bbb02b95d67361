import type { JsonObject } from '../../engine/json.ts';
import { memberOf, objectOf, textOf, textsOf } from '../../engine/json-fields.ts';
import type { Operations } from './compare-parameters.ts';
import type { Finding } from './difference.ts';
import { setFindings } from './set-findings.ts';

/** The codes that an operation answers with: which, with which status, of which class, and whether to try again. */
export function compareErrors(
  { after, before, place }: Operations,
  wasAnswered: JsonObject,
  isAnswered: JsonObject,
): readonly Finding[] {
  const [was, is] = [statusByCode(wasAnswered), statusByCode(isAnswered)];
  const codes = { gone: 'error-removed', come: 'error-added' } as const;
  const both = [...was].flatMap(([code, status]): readonly Finding[] => {
    const now = is.get(code);
    if (now === undefined) return [];
    const moved: Finding = {
      place: `${place} ${code}`,
      direction: 'answered',
      code: 'error-moved',
      was: status,
      is: now,
    };
    const known = [entryOf(before.document, code), entryOf(after.document, code)] as const;
    return [...(now === status ? [] : [moved]), ...meaningFindings(code, ...known)];
  });
  return [...both, ...setFindings([...was.keys()], [...is.keys()], codes, { place, direction: 'answered' })];
}

function meaningFindings(error: string, before: JsonObject, after: JsonObject): readonly Finding[] {
  const at = { place: error, direction: 'answered' } as const;
  const [was, is] = [textOf(before['type']), textOf(after['type'])];
  const again = ({ retry }: JsonObject): string | undefined => {
    if (typeof retry !== 'boolean') return undefined;
    return retry ? 'try again' : 'do not try again';
  };
  return [
    ...changedFinding({ ...at, code: 'error-changed' }, was, is),
    ...changedFinding({ ...at, code: 'retry-changed' }, again(before), again(after)),
  ];
}

/** What one of them does not say cannot be told from what the other says. */
function changedFinding(
  finding: Omit<Finding, 'was' | 'is'>,
  was: string | undefined,
  is: string | undefined,
): readonly Finding[] {
  return was === undefined || is === undefined || was === is ? [] : [{ ...finding, was, is }];
}

function entryOf(document: JsonObject, code: string): JsonObject {
  return objectOf(memberOf(document['x-error-codes'], code));
}

function statusByCode(responses: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(responses).flatMap(([status, response]) =>
      textsOf(objectOf(response)['x-error-codes']).map((code): [string, string] => [code, status]),
    ),
  );
}
