import type { Json, JsonObject } from '../../engine/json.ts';
import { objectOf } from '../../engine/json-fields.ts';
import { compareContent } from './compare-answers.ts';
import { type Operations, parametersOf } from './compare-parameters.ts';
import type { Finding } from './difference.ts';
import { headerCertainty } from './header-certainty.ts';
import { resolve } from './resolve.ts';
import type { SchemaComparison } from './schema-comparison.ts';
import { setFindings } from './set-findings.ts';

/** Takes what was found, and the id of what it is felt in. */
export type Add = (findings: readonly Finding[], by: string) => void;

/** What the server sends to those who asked to be told. A document that says nothing of events promised none. */
export function compareEvents(before: JsonObject, after: JsonObject, schemas: SchemaComparison, add: Add): void {
  const [was, is] = [objectOf(before['webhooks']), objectOf(after['webhooks'])];
  for (const type of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const codes = { gone: 'event-removed', come: 'event-added' } as const;
    const names = (of: JsonObject): readonly string[] => (type in of ? [type] : []);
    add(setFindings(names(was), names(is), codes, { place: type, direction: 'answered' }), type);
    if (!(type in was) || !(type in is)) continue;
    const operations = {
      before: { document: before, operation: callOf(before, was[type]) },
      after: { document: after, operation: callOf(after, is[type]) },
      place: type,
      schemas,
    };
    add([...compareBodies(operations), ...compareHeaders(operations), ...compareReplies(operations)], type);
  }
}

function callOf(document: JsonObject, webhook: Json | undefined): JsonObject {
  return objectOf(resolve(document, webhook).value['post']);
}

function compareBodies(operations: Operations): readonly Finding[] {
  const content = ({ document, operation }: Operations['before']): JsonObject =>
    objectOf(resolve(document, operation['requestBody']).value['content']);
  const at = { place: operations.place, direction: 'answered' } as const;
  return compareContent(operations, content(operations.before), content(operations.after), at);
}

/** Every call has the same headers, so each is told of once. */
function compareHeaders({ after, before, schemas }: Operations): readonly Finding[] {
  const [was, is] = [parametersOf(before), parametersOf(after)];
  const names = (of: typeof was): readonly string[] => [...of.values()].map(({ name }) => name);
  const codes = { gone: 'header-removed', come: 'header-added' } as const;
  const both = [...was].flatMap(([key, old]) => {
    const now = is.get(key);
    if (now === undefined) return [];
    const at = { place: now.name, direction: 'answered' } as const;
    return [...headerCertainty(old.isRequired, now.isRequired, at), ...schemas.compare(old.schema, now.schema, at)];
  });
  return [...setFindings(names(was), names(is), codes, { place: 'webhooks', direction: 'answered' }), ...both];
}

/** What the receiver may say to it. */
function compareReplies({ after, before }: Operations): readonly Finding[] {
  const replies = ({ operation }: Operations['before']): readonly string[] =>
    Object.keys(objectOf(operation['responses']));
  const codes = { gone: 'reply-removed', come: 'reply-added' } as const;
  return setFindings(replies(before), replies(after), codes, { place: 'webhooks', direction: 'sent' });
}
