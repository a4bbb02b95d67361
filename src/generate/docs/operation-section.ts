import type { SdkField, SdkOperation, SdkResult } from '../sdk/api-description.ts';
import type { DocumentedOperation } from './documented-api.ts';
import { code, codeBlock, sentence, table } from './markdown.ts';
import type { Places } from './places.ts';
import { aboutField, nameText, typeText } from './type-text.ts';

const callers = {
  secret: 'a secret key',
  publishable: 'a publishable key',
  user: 'a publishable key with a user’s token',
} as const;

export interface OperationCalls {
  /** By the title of the SDK: `client.tenants.get(tenant)`. */
  readonly [title: string]: string;
}

/** How to call an operation, and what comes of it. */
export function operationSection(
  operation: SdkOperation,
  { examples, scope }: DocumentedOperation,
  calls: OperationCalls,
  page: string,
  places: Places,
): readonly string[] {
  const { body, description, errors, id, method, pathParameters, queryParameters, result, route, summary } = operation;
  const parameters = (where: string, fields: readonly SdkField[]): readonly (readonly string[])[] =>
    fields.map((field) => [nameText(field), where, typeText(field.type, page, places), aboutField(field)]);
  return [
    `## ${id}`,
    sentence(summary),
    codeBlock('http', `${method} ${route}`),
    ...(description === undefined ? [] : [description]),
    [whoMay(operation, scope), ...again(operation)].join(' '),
    ...table(
      ['parameter', 'in', 'type', 'what it is'],
      [...parameters('path', pathParameters), ...parameters('query', queryParameters)],
    ),
    ...(body === undefined ? [] : [`Body: ${typeText(body, page, places)}.`]),
    ...example(examples.body),
    answerText(result, page, places),
    ...example(examples.answer),
    ...(errors.length === 0 ? [] : [`Errors besides those of every request: ${errors.map(code).join(', ')}.`]),
    ...table(
      ['SDK', 'call'],
      Object.entries(calls).map(([title, call]) => [title, code(call)]),
    ),
  ];
}

function whoMay({ auth, isAboutTenant }: SdkOperation, scope: string): string {
  const needed = scope === '*' ? 'every scope' : `the scope ${code(scope)}`;
  const tenant = isAboutTenant ? ' `X-Tenant-ID` names the tenant, where it is about one.' : '';
  return `For ${auth.map((mode) => callers[mode]).join(', or ')}, with ${needed}.${tenant}`;
}

function again({ isMutation }: SdkOperation): readonly string[] {
  return isMutation ? ['With an `Idempotency-Key` it may be sent again.'] : [];
}

function answerText(result: SdkResult, page: string, places: Places): string {
  switch (result.form) {
    case 'nothing':
      return 'Answers with nothing.';
    case 'value':
      return `Answers with ${typeText(result.type, page, places)}.`;
    case 'pages':
      return `Answers with pages of ${typeText(result.item, page, places)}: the next is asked for by \`page\`, as long as \`pagination.hasNext\`.`;
    case 'parts':
      return `Answers with parts of a list of ${typeText(result.item, page, places)}: the next is asked for by \`${result.cursorParameter}\`, as long as \`hasMore\`.`;
    case 'events':
      return `Answers with server-sent events${result.data === undefined ? '' : `, whose data is ${typeText(result.data, page, places)}`}.`;
    case 'bytes':
      return `Answers with a document: ${result.contentTypes.map(code).join(', ')}.`;
  }
}

function example(value: DocumentedOperation['examples']['body']): readonly string[] {
  return value === undefined ? [] : [codeBlock('json', JSON.stringify(value, null, 2))];
}
