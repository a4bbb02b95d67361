import { canonicalJson } from '../../engine/canonical-json.ts';
import type { JsonObject } from '../../engine/json.ts';
import { listOf, memberOf, objectOf, textOf } from '../../engine/json-fields.ts';
import { compareAnswers, compareContent, setFindings } from './compare-answers.ts';
import { compareParameters, type Operations } from './compare-parameters.ts';
import type { Finding } from './difference.ts';
import { resolve } from './resolve.ts';

/** All that may be otherwise between two states of one operation. */
export function compareOperations(operations: Operations): readonly Finding[] {
  const { after, before, place } = operations;
  const [was, is] = [before.operation, after.operation];
  const auth = { gone: 'auth-removed', come: 'auth-added' } as const;
  return [
    ...textFinding('operationId', 'operation-renamed', operations),
    ...textFinding('x-scope', 'scope-changed', operations),
    ...textFinding('x-pagination', 'pagination-changed', operations),
    ...setFindings(authModes(was), authModes(is), auth, { place, direction: 'sent' }),
    ...compareParameters(operations),
    ...compareBodies(operations),
    ...compareAnswers(operations),
  ];
}

/** `publishableKey and userToken`, each way in which a caller may say who they are. */
function authModes(operation: JsonObject): readonly string[] {
  return listOf(operation['security']).map((mode) => Object.keys(objectOf(mode)).toSorted().join(' and '));
}

function textFinding(
  member: string,
  code: 'operation-renamed' | 'scope-changed' | 'pagination-changed',
  { after, before, place }: Operations,
): readonly Finding[] {
  const words = (operation: JsonObject): string | null => {
    const value = memberOf(operation, member);
    return value === undefined ? null : (textOf(value) ?? canonicalJson(value));
  };
  const [was, is] = [words(before.operation), words(after.operation)];
  // What an earlier version did not say yet may have been so all the same.
  return was === is || was === null ? [] : [{ place, direction: null, code, was, is }];
}

function compareBodies(operations: Operations): readonly Finding[] {
  const { after, before, place } = operations;
  const old = resolve(before.document, before.operation['requestBody']).value;
  const now = resolve(after.document, after.operation['requestBody']).value;
  const at = { place: `${place} body`, direction: 'sent' } as const;
  const [was, is] = [wordsOf(old), wordsOf(now)];
  if (was === null && is === null) return [];
  if (is === null) return [{ ...at, code: 'body-removed', was, is }];
  if (was !== 'required' && is === 'required') return [{ ...at, code: 'body-required', was, is }];
  return compareContent(operations, objectOf(old['content']), objectOf(now['content']), at);
}

function wordsOf(body: JsonObject): string | null {
  if (body['content'] === undefined) return null;
  return body['required'] === true ? 'required' : 'optional';
}
