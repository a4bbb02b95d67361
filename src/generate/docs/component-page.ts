import type { SdkFile, SdkOperation, SdkType } from '../sdk/api-description.ts';
import type { DocumentedApi, DocumentedComponent } from './documented-api.ts';
import { anchorOf, code, sentence, table } from './markdown.ts';
import { type OperationCalls, operationSection } from './operation-section.ts';
import { type Places, pageOf, sharedPath } from './places.ts';
import { fieldTable, typeText } from './type-text.ts';

/** The HTML comment at the top of each page. */
export const headLine = '<!-- Written by dream generate docs; do not edit. -->';

/** A component: what it is for, its operations, what it tells of, and the types that only it has. */
export function componentPage(
  component: DocumentedComponent,
  operations: readonly SdkOperation[],
  { operations: documented }: DocumentedApi,
  callsOf: (operation: SdkOperation) => OperationCalls,
  places: Places,
): SdkFile {
  const { events, kinds, name, summary } = component;
  const path = pageOf(name);
  const parts = [
    headLine,
    `# The API: ${name}`,
    sentence(summary),
    ...table(
      ['operation', 'sends', 'what it does'],
      operations.map(({ id, method, route, summary: does }) => [
        `[${id}](#${anchorOf(id)})`,
        code(`${method} ${route}`),
        sentence(does),
      ]),
    ),
    ...titled(
      'Kinds',
      table(
        ['kind', 'what it is'],
        kinds.map(({ kind, summary: is }) => [code(kind), sentence(is)]),
      ),
    ),
    ...titled(
      'Events',
      table(
        ['event', 'when'],
        events.map(({ summary: when, type }) => [code(type), sentence(when)]),
      ),
    ),
    ...operations.flatMap((operation) => {
      const more = documented.get(operation.id) ?? { scope: '*', examples: {} };
      return operationSection(operation, more, callsOf(operation), path, places);
    }),
    ...places.typesOn(path).flatMap((type) => typeSection(type, path, places)),
  ];
  return { path, text: `${parts.join('\n\n')}\n` };
}

/** The types that several components show. */
export function sharedPage(places: Places): SdkFile {
  const types = places.typesOn(sharedPath);
  const parts = [
    headLine,
    '# Types of several components',
    'What more than one component sends or answers with.',
    ...types.flatMap((type) => typeSection(type, sharedPath, places)),
  ];
  return { path: sharedPath, text: `${parts.join('\n\n')}\n` };
}

function typeSection({ description, fields, name, others }: SdkType, page: string, places: Places): readonly string[] {
  return [
    `## ${name}`,
    ...(description === undefined ? [] : [sentence(description)]),
    ...fieldTable(fields, page, places),
    ...(others === undefined ? [] : [`Other fields: ${typeText(others, page, places)}.`]),
  ];
}

function titled(title: string, content: readonly string[]): readonly string[] {
  return content.length === 0 ? [] : [`## ${title}`, ...content];
}
