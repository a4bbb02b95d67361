import { objectOf } from '../../engine/json-fields.ts';
import type { JsonObject } from '../../engine/json.ts';
import { compareErrors } from './compare-errors.ts';
import { compareHeaders } from './compare-headers.ts';
import type { Operations } from './compare-parameters.ts';
import type { Finding, Place } from './difference.ts';
import { resolve } from './resolve.ts';
import { setFindings } from './set-findings.ts';

/** What an operation answers: when all went well, and which errors. */
export function compareAnswers(operations: Operations): readonly Finding[] {
  const { after, before, place } = operations;
  const [was, is] = [objectOf(before.operation['responses']), objectOf(after.operation['responses'])];
  const good = (status: string): boolean => !/^[45]/u.test(status);
  const codes = { gone: 'status-removed', come: 'status-added' } as const;
  const at = { place, direction: null };
  const statuses = setFindings(Object.keys(was).filter(good), Object.keys(is).filter(good), codes, at);
  const answers = Object.keys(was)
    .filter((status) => status in is)
    .flatMap((status): readonly Finding[] => {
      const [old, now] = [resolve(before.document, was[status]).value, resolve(after.document, is[status]).value];
      const at = { place: `${place} ${status}`, direction: 'answered' } as const;
      return [
        ...compareHeaders(operations, objectOf(old['headers']), objectOf(now['headers']), at),
        ...compareContent(operations, objectOf(old['content']), objectOf(now['content']), at),
      ];
    });
  return [...statuses, ...answers, ...compareErrors(operations, was, is)];
}

/** Bodies by their content type. */
export function compareContent(
  { schemas }: Operations,
  before: JsonObject,
  after: JsonObject,
  at: Place,
): readonly Finding[] {
  const codes = { gone: 'content-type-removed', come: 'content-type-added' } as const;
  const both = Object.keys(before).filter((type) => type in after);
  return [
    ...setFindings(Object.keys(before), Object.keys(after), codes, at),
    ...both.flatMap((type) =>
      schemas.compare(objectOf(before[type])['schema'] ?? {}, objectOf(after[type])['schema'] ?? {}, at),
    ),
  ];
}
