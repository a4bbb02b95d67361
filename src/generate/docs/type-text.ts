import type { SdkField, TypeReference } from '../sdk/api-description.ts';
import { anchorOf, code, sentence, table } from './markdown.ts';
import type { Places } from './places.ts';

/** Of a choice with more values only the first are named in a table. */
const mostNamed = 12;

/** What a value is, in words, with links to the types that have a name. `page`: on which it is written. */
export function typeText(type: TypeReference, page: string, places: Places): string {
  const text = (inner: TypeReference): string => typeText(inner, page, places);
  switch (type.kind) {
    case 'named':
      return link(type.name, page, places);
    case 'text':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
      return type.kind;
    case 'instant':
      return 'instant';
    case 'json':
      return 'any JSON';
    case 'literal':
      return code(JSON.stringify(type.value));
    case 'choice':
      return choiceText(type.values);
    case 'list':
      return `list of ${text(type.items)}`;
    case 'map':
      return `map of ${text(type.values)}`;
    case 'nullable':
      return `${text(type.of)} or null`;
    case 'union':
      return type.members.map(text).join(' or ');
    case 'object':
      return objectText(type.fields, text);
  }
}

/** Fields with what they are, nested ones of objects without a name in the words of the row. */
export function fieldTable(fields: readonly SdkField[], page: string, places: Places): readonly string[] {
  return table(
    ['field', 'type', 'what it is'],
    fields.map((field) => [nameText(field), typeText(field.type, page, places), aboutField(field)]),
  );
}

/** Bold where it has to be there. */
export function nameText({ isRequired, name }: SdkField): string {
  return isRequired ? `**${code(name)}**` : code(name);
}

export function aboutField({ default: usual, description = '' }: SdkField): string {
  const about = sentence(description);
  return usual === undefined ? about : `${about} Default: ${code(JSON.stringify(usual))}.`.trim();
}

function link(name: string, page: string, places: Places): string {
  const target = places.pageOfType(name);
  return `[${name}](${target === page ? '' : target}#${anchorOf(name)})`;
}

function choiceText(values: readonly string[]): string {
  const named = values.slice(0, mostNamed).map((value) => code(value));
  const hidden = values.length - named.length;
  return [...named, ...(hidden > 0 ? [`${hidden} more`] : [])].join(', ');
}

function objectText(fields: readonly SdkField[], text: (type: TypeReference) => string): string {
  if (fields.length === 0) return 'object';
  return `object of ${fields.map((field) => `${code(field.name)}: ${text(field.type)}`).join('; ')}`;
}
