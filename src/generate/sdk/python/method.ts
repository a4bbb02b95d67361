import type { SdkOperation, SdkResult } from '../api-description.ts';
import { docstring, sentence } from './layout/docstring.ts';
import { flatText, group, type Layout, layOut, lineLength } from './layout/layout.ts';
import { operationArguments } from './operation-arguments.ts';
import type { PythonNames } from './python-names.ts';
import { eventsModule, type PythonTypes } from './python-types.ts';
import { textLiteral } from './syntax/text-literal.ts';
import { annotation, type AnnotationScope } from './types/annotation.ts';
import { decoder } from './types/decoder.ts';
import { Imports } from './types/imports.ts';

export interface MethodScope {
  readonly types: PythonTypes;
  readonly names: PythonNames;
  /** For what is answered. */
  readonly answered: AnnotationScope;
  readonly isAsync: boolean;
}

/** `_TENANTS_GET = Operation("tenants.get", …)` */
export function operationConstant(operation: SdkOperation, names: PythonNames): string {
  const { id, method, route, isMutation, isAboutTenant } = operation;
  const flags = [...(isMutation ? ['is_mutation=True'] : []), ...(isAboutTenant ? ['is_about_tenant=True'] : [])];
  const texts = [id, method, route].map(textLiteral);
  return `${layOut(group(`${names.ofOperation(operation).constant} = Operation(`, [...texts, ...flags], ')'), 0)}\n`;
}

/** What the methods of both clients have in common. */
export interface DescribedOperation {
  readonly operation: SdkOperation;
  readonly parameters: readonly Layout[];
  readonly handed: readonly Layout[];
  /** The docstring. */
  readonly doc: string;
}

/** `sent`: for annotations of what is sent. */
export function describeOperation(
  operation: SdkOperation,
  types: PythonTypes,
  sent: AnnotationScope,
): DescribedOperation {
  const { parameters, docs, handed } = operationArguments(operation, types, sent);
  const text = [sentence(operation.summary), operation.description ?? ''].join('\n\n');
  return { operation, parameters, handed, doc: docstring({ text, args: docs, raises: raised(operation) }, 8) };
}

/** One operation as a method of its resource. */
export function methodText({ operation, parameters, handed, doc }: DescribedOperation, scope: MethodScope): string {
  const { answer, lines } = methodBody(operation, handed, scope);
  const isAwaited = scope.isAsync && ['value', 'nothing'].includes(operation.result.form);
  const name = `${isAwaited ? 'async def' : 'def'} ${scope.names.ofOperation(operation).method}`;
  const head = layOut([group(`${name}(`, parameters, ')'), ' -> ', answer], 4, ':');
  return `${head}\n${doc}${lines.join('\n')}\n`;
}

function methodBody(
  operation: SdkOperation,
  handed: readonly Layout[],
  { types, names, answered, isAsync }: MethodScope,
): { readonly answer: Layout; readonly lines: readonly string[] } {
  const { imports } = answered;
  const { result } = operation;
  const { constant } = names.ofOperation(operation);
  const prefix = isAsync ? 'Async' : '';
  const wait = isAsync ? 'await ' : '';
  const call = (member: string, items: readonly Layout[]): Layout =>
    group(`self.${member}(`, [constant, ...items, ...handed], ')');
  const returned = (layout: Layout): readonly string[] => [layOut(['return ', layout], 8)];
  switch (result.form) {
    case 'nothing':
      imports.add('.._core.model', 'nothing');
      return { answer: 'None', lines: [layOut([wait, call('_call', ['nothing'])], 8)] };
    case 'value': {
      const answer = annotation(result.type, answered);
      const ofEvents = `..types.${eventsModule}`;
      if (result.type.kind === 'named') {
        const isEvent = types.readerFrom(result.type.name, ofEvents, new Imports()) !== undefined;
        const read = isEvent ? imports.add(ofEvents, 'event_of') : answer;
        return { answer, lines: returned([wait, call('_call', [read])]) };
      }
      const classOf = (name: string): string => imports.add(`..types.${types.moduleOf(name)}`, types.classOf(name));
      const read =
        decoder(result.type, {
          imports,
          classOf,
          typeOf: (name) => types.typeOf(name),
          readerOf: (name) => types.readerFrom(name, ofEvents, imports),
          core: '.._core',
        }) ?? imports.add('.._core.model', 'plain');
      const head = `answer: ${flatText(answer)} = ${wait}`;
      // The annotation stays on its line where it can.
      const isShort = 8 + head.length + 'self._call('.length <= lineLength;
      const assigned = [...(isShort ? [head] : ['answer: ', answer, ` = ${wait}`]), call('_call', [read])];
      const value = [layOut(assigned, 8), '        return answer'];
      return { answer, lines: value };
    }
    case 'pages':
      return paged('_pages', result.page, []);
    case 'parts': {
      const cursor = result.cursorParameter === 'cursor' ? [] : [`cursor=${textLiteral(result.cursorParameter)}`];
      return paged('_parts', result.part, cursor);
    }
    case 'events':
      imports.add(`.._core.${isAsync ? 'async_' : ''}event_stream`, `${prefix}EventStream`);
      return { answer: `${prefix}EventStream`, lines: returned(call('_events', [])) };
    case 'bytes':
      imports.add(`.._core.${isAsync ? 'async_' : ''}byte_stream`, `${prefix}ByteStream`);
      return {
        answer: `${prefix}ByteStream`,
        lines: returned(call('_bytes', [textLiteral(result.contentTypes.join(', '))])),
      };
  }

  function paged(
    member: string,
    page: Extract<SdkResult, { form: 'pages' }>['page'],
    more: readonly string[],
  ): { readonly answer: Layout; readonly lines: readonly string[] } {
    const item = result.form === 'pages' || result.form === 'parts' ? annotation(result.item, answered) : 'None';
    imports.add(`.._core.${isAsync ? 'async_' : ''}paged`, `${prefix}Paged`);
    const kind = annotation(page, answered);
    return { answer: group(`${prefix}Paged[`, [kind, item], ']'), lines: returned(call(member, [kind, ...more])) };
  }
}

function raised({ errors }: SdkOperation): readonly { readonly name: string; readonly text: string }[] {
  const codes = errors.map((code) => `\`\`${code}\`\``);
  const own = codes.length === 0 ? '' : `With the code ${codes.join(', ')}, or one that any operation may answer with.`;
  return [
    { name: 'PlatformError', text: own === '' ? 'The server answered with an error.' : own },
    { name: 'ApiConnectionError', text: 'No answer came, or none in time.' },
  ];
}
