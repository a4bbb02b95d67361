import { objectOf, textsOf } from '../../engine/json-fields.ts';
import type { JsonObject } from '../../engine/json.ts';
import type { Operations } from './compare-parameters.ts';
import type { DifferenceCode, Direction, Finding } from './difference.ts';
import { resolve } from './resolve.ts';

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
      const headers = { gone: 'header-removed', come: 'header-added' } as const;
      return [
        ...setFindings(Object.keys(objectOf(old['headers'])), Object.keys(objectOf(now['headers'])), headers, at),
        ...compareContent(operations, objectOf(old['content']), objectOf(now['content']), at),
      ];
    });
  return [...statuses, ...answers, ...compareErrors(was, is, place)];
}

/** Bodies by their content type. */
export function compareContent(
  { schemas }: Operations,
  before: JsonObject,
  after: JsonObject,
  at: { readonly place: string; readonly direction: Direction },
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

/** Names that are gone, and names that have come. */
export function setFindings(
  before: readonly string[],
  after: readonly string[],
  codes: { readonly gone: DifferenceCode; readonly come: DifferenceCode },
  { direction, place }: { readonly place: string; readonly direction: Direction | null },
): readonly Finding[] {
  const finding = { place, direction };
  return [
    ...before.filter((name) => !after.includes(name)).map((was) => ({ ...finding, code: codes.gone, was, is: null })),
    ...after.filter((name) => !before.includes(name)).map((is) => ({ ...finding, code: codes.come, was: null, is })),
  ];
}

function compareErrors(before: JsonObject, after: JsonObject, place: string): readonly Finding[] {
  const [was, is] = [statusByCode(before), statusByCode(after)];
  const codes = { gone: 'error-removed', come: 'error-added' } as const;
  const moved = [...was].flatMap(([code, status]): readonly Finding[] => {
    const now = is.get(code);
    if (now === undefined || now === status) return [];
    return [{ place: `${place} ${code}`, direction: 'answered', code: 'error-moved', was: status, is: now }];
  });
  return [...moved, ...setFindings([...was.keys()], [...is.keys()], codes, { place, direction: 'answered' })];
}

function statusByCode(responses: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(responses).flatMap(([status, response]) =>
      textsOf(objectOf(response)['x-error-codes']).map((code): [string, string] => [code, status]),
    ),
  );
}
