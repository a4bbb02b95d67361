import type { SdkField, SdkOperation, TypeReference } from '../../api-description.ts';
import { documented } from '../layout/doc-comment.ts';
import { braced, group, hardLine, indent, type Layout, listed } from '../layout/layout.ts';
import { camelCase, Names, pascalCase } from '../syntax/names.ts';
import { propertyName } from '../syntax/text-literal.ts';
import { operationNotes } from './operation-notes.ts';
import { operationFacts } from './operation-facts.ts';
import type { ResourceSite } from './resource-site.ts';

/** A method, and the types that it needs names for. */
export interface Method {
  readonly signature: string;
  readonly layout: Layout;
  readonly types: readonly Layout[];
}

export function operationMethod(operation: SdkOperation, name: string, site: ResourceSite): Method {
  const types: Layout[] = [];
  const wish = `${site.title}${pascalCase(operation.name)}`;
  const named = (reference: TypeReference, ending: string, of: 'sent' | 'answered'): string => {
    const { text, declaration } = site.typeText(reference, `${wish}${ending}`, of);
    if (declaration !== undefined) types.push(declaration);
    return text;
  };
  const local = new Names(['body', 'query', 'options']);
  const path = operation.pathParameters.map((field) => ({
    field,
    local: local.give(camelCase(field.name) || 'parameter'),
  }));
  const parameters = path.map(({ field, local: parameter }) => `${parameter}: ${pathType(field)}`);
  const input: Layout[] = [];
  if (path.length > 0) input.push(['path: ', braced(path.map((each) => entry(each.field.name, each.local)))]);
  if (operation.body !== undefined) {
    parameters.push(`body: ${named(operation.body, 'Body', 'sent')}`);
    input.push('body');
  }
  if (operation.queryParameters.length > 0) {
    const isOptional = operation.queryParameters.every(({ isRequired }) => !isRequired);
    const type = named({ kind: 'object', fields: operation.queryParameters }, 'Query', 'sent');
    parameters.push(`query${isOptional ? '?' : ''}: ${type}`);
    input.push('query');
  }
  parameters.push(`options?: ${site.runtime('CallOptions')}`);
  const notes = operationNotes(
    operation,
    path.map((each) => each.local),
    site.typeName,
  );
  const { verb, answer } = answerOf(operation, named, site);
  const call = listed(`this.${verb}(`, [operationFacts(operation), braced(input), 'options'], ')');
  const layout = documented(notes, 1, [
    group(listed(`${name}(`, parameters, `): ${answer} {`)),
    indent(hardLine, 'return ', call, ';'),
    hardLine,
    '}',
  ]);
  return { signature: `${name}(${parameters.map(withoutType).join(', ')})`, layout, types };
}

function answerOf(
  { result }: SdkOperation,
  named: (reference: TypeReference, ending: string, of: 'answered') => string,
  { runtime }: ResourceSite,
): { readonly verb: string; readonly answer: string } {
  switch (result.form) {
    case 'nothing':
      return { verb: 'call', answer: `${runtime('Call')}<void>` };
    case 'value':
      return { verb: 'call', answer: `${runtime('Call')}<${named(result.type, 'Answer', 'answered')}>` };
    case 'pages': {
      const page = named(result.page, 'Page', 'answered');
      return { verb: 'pages', answer: `${runtime('Paged')}<${page}, ${named(result.item, 'Item', 'answered')}>` };
    }
    case 'parts': {
      const part = named(result.part, 'Part', 'answered');
      return { verb: 'parts', answer: `${runtime('Paged')}<${part}, ${named(result.item, 'Item', 'answered')}>` };
    }
    case 'events':
      return { verb: 'events', answer: runtime('EventStream') };
    case 'bytes':
      return { verb: 'bytes', answer: runtime('ByteStream') };
  }
}

function pathType({ type }: SdkField): string {
  return type.kind === 'integer' || type.kind === 'number' ? 'number' : 'string';
}

function entry(name: string, local: string): string {
  if (name === local) return name;
  // In an object, and nowhere else, this name means something else unless it is computed.
  return `${name === '__proto__' ? "['__proto__']" : propertyName(name)}: ${local}`;
}

function withoutType(parameter: string): string {
  return parameter.slice(0, parameter.indexOf(':'));
}
