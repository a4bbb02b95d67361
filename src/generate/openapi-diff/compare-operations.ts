import { canonicalJson } from '../../engine/canonical-json.ts';
import type { JsonObject } from '../../engine/json.ts';
import { entriesOf, memberOf, objectOf, textOf } from '../../engine/json-fields.ts';
import { compareAnswers, compareContent } from './compare-answers.ts';
import { compareAuth } from './compare-auth.ts';
import { compareParameters, type Operations } from './compare-parameters.ts';
import type { DifferenceCode, Finding } from './difference.ts';
import { resolve } from './resolve.ts';

/** All that may be otherwise between two states of one operation. */
export function compareOperations(operations: Operations): readonly Finding[] {
  return [
    ...textFinding('operationId', () => 'operation-renamed', operations),
    ...textFinding('x-scope', scopeCode, operations),
    ...textFinding('x-pagination', () => 'pagination-changed', operations),
    ...deprecation(operations),
    ...compareAuth(operations),
    ...compareParameters(operations),
    ...compareBodies(operations),
    ...compareAnswers(operations),
  ];
}

/** Who has every scope has any other. */
function scopeCode(was: string | null, is: string | null): DifferenceCode {
  return is === null || was === '*' ? 'scope-lowered' : 'scope-changed';
}

function textFinding(
  member: string,
  codeOf: (was: string | null, is: string | null) => DifferenceCode,
  { after, before, place }: Operations,
): readonly Finding[] {
  const words = (operation: JsonObject): string | null => {
    const value = memberOf(operation, member);
    return value === undefined ? null : (textOf(value) ?? canonicalJson(value));
  };
  const [was, is] = [words(before.operation), words(after.operation)];
  // What an earlier version said of no operation may have been so all the same.
  if (was === is || (was === null && !isSaidIn(before.document, member))) return [];
  return [{ place, direction: null, code: codeOf(was, is), was, is }];
}

function isSaidIn(document: JsonObject, member: string): boolean {
  const items = entriesOf(document['paths']).flatMap(([, item]) => entriesOf(item));
  return items.some(([, operation]) => memberOf(operation, member) !== undefined);
}

function deprecation({ after, before, place }: Operations): readonly Finding[] {
  const isNew = before.operation['deprecated'] !== true && after.operation['deprecated'] === true;
  return isNew ? [{ place, direction: null, code: 'operation-deprecated', was: null, is: 'deprecated' }] : [];
}

function compareBodies(operations: Operations): readonly Finding[] {
  const { after, before, place } = operations;
  const old = resolve(before.document, before.operation['requestBody']).value;
  const now = resolve(after.document, after.operation['requestBody']).value;
  const at = { place: `${place} body`, direction: 'sent' } as const;
  const [was, is] = [wordsOf(old), wordsOf(now)];
  if (was === null && is === null) return [];
  if (is === null) return [{ ...at, code: 'body-removed', was, is }];
  const isStricter = was !== 'required' && is === 'required';
  if (was === null) return [{ ...at, code: isStricter ? 'body-required' : 'body-added', was, is }];
  const presence = { ...at, code: isStricter ? 'body-required' : 'body-optional', was, is } as const;
  return [
    ...(was === is ? [] : [presence]),
    ...compareContent(operations, objectOf(old['content']), objectOf(now['content']), at),
  ];
}

function wordsOf(body: JsonObject): string | null {
  if (body['content'] === undefined) return null;
  return body['required'] === true ? 'required' : 'optional';
}
