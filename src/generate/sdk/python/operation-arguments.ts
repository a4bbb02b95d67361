import type { SdkField, SdkOperation, TypeReference } from '../api-description.ts';
import type { DocEntry } from './layout/docstring.ts';
import { group, type Layout } from './layout/layout.ts';
import type { PythonTypes } from './python-types.ts';
import { distinctNames } from './syntax/names.ts';
import { textLiteral, valueLiteral } from './syntax/text-literal.ts';
import { annotation, type AnnotationScope, builtin, either, isNullable } from './types/annotation.ts';

/** The parameters of a method, what it says of them, and how they are handed on. */
export interface OperationArguments {
  readonly parameters: readonly Layout[];
  readonly docs: readonly DocEntry[];
  /** `path={"tenant": tenant}` and so on. */
  readonly handed: readonly Layout[];
}

/** How the method is called, by what must be given: `"acme", roles=…, …`. */
export function callExample({ pathParameters, queryParameters, body }: SdkOperation, types: PythonTypes): string {
  const { fields, others } = bodyFields(body, types);
  const names = argumentNames(pathParameters, fields, queryParameters);
  const nameOf = (field: SdkField): string => names.get(field) ?? field.name;
  const keywords = [...fields, ...queryParameters];
  const required = keywords.filter(({ isRequired }) => isRequired).map((field) => `${nameOf(field)}=…`);
  const isWhole = body !== undefined && fields.length === 0 && others === undefined;
  return [
    ...pathParameters.map(nameOf),
    ...(isWhole ? ['body'] : []),
    ...required,
    ...(required.length < keywords.length ? ['…'] : []),
  ].join(', ');
}

/** Path parameters go by place, the fields of a body and of a query by their names. */
export function operationArguments(
  { pathParameters, queryParameters, body }: SdkOperation,
  types: PythonTypes,
  scope: AnnotationScope,
): OperationArguments {
  const sent = bodyFields(body, types);
  const fields = [...pathParameters, ...sent.fields, ...queryParameters];
  // A body that is no plain object is one argument, of which nothing is known but its type.
  const whole = body !== undefined && sent.fields.length === 0 && sent.others === undefined ? body : undefined;
  const names = argumentNames(pathParameters, sent.fields, queryParameters);
  const nameOf = (field: SdkField): string => names.get(field) ?? field.name;

  const path = pathParameters.map((field) => [`${nameOf(field)}: `, annotation(field.type, scope)]);
  const byName = [...sent.fields, ...queryParameters].toSorted(
    (one, other) => Number(other.isRequired) - Number(one.isRequired),
  );
  const isOfBody = new Set(sent.fields);
  const keywords = byName.map((field) => parameter(nameOf(field), field, scope, isOfBody.has(field)));
  const others = sent.others === undefined ? [] : [othersParameter(sent.others, scope)];
  scope.imports.add('.._core.options', 'CallOptions');
  const parameters = [
    'self',
    ...path,
    ...(whole === undefined ? [] : [['body: ', annotation(whole, scope)]]),
    '*',
    ...keywords,
    ...others,
    'options: CallOptions | None = None',
  ];

  const documented = fields.flatMap((field) => documentation(nameOf(field), field));
  const handed: Layout[] = [];
  const table = (own: readonly SdkField[]): Layout =>
    group(
      '{',
      own.map((field) => `${textLiteral(field.name)}: ${nameOf(field)}`),
      '}',
    );
  if (pathParameters.length > 0) handed.push(['path=', table(pathParameters)]);
  if (queryParameters.length > 0) handed.push(['query=', table(queryParameters)]);
  if (whole !== undefined) handed.push('body=body');
  else if (body !== undefined) {
    scope.imports.add('.._core.encoding', 'body_of');
    const nulls = sent.fields.filter(({ type }) => isNullable(type)).map(({ name }) => textLiteral(name));
    const null_ =
      nulls.length === 0 ? [] : [['null=', group('(', nulls.length === 1 ? [`${nulls[0] ?? ''},`] : nulls, ')')]];
    const more = sent.others === undefined ? [] : ['others=others'];
    handed.push(['body=', group('body_of(', [table(sent.fields), ...null_, ...more], ')')]);
  }
  return {
    parameters,
    docs: [...documented, { name: 'options', text: 'What this call says for itself; see `CallOptions`.' }],
    handed: [...handed, 'options=options'],
  };
}

function bodyFields(
  body: TypeReference | undefined,
  types: PythonTypes,
): { readonly fields: readonly SdkField[]; readonly others?: TypeReference } {
  if (body?.kind === 'object') return body;
  return body?.kind === 'named' ? types.typeOf(body.name) : { fields: [] };
}

/** What stands in the body of a method by its bare name: an argument of that name would be called in its place. */
const usedInMethods =
  `answer body body_of each_of event_of fitting instant list_of map_of nested nothing one_of options others plain
   read_event self`.split(/\s+/);

function argumentNames(...lists: readonly (readonly SdkField[])[]): ReadonlyMap<SdkField, string> {
  const taken = new Set(usedInMethods);
  const names = new Map<SdkField, string>();
  for (const fields of lists) {
    const own = distinctNames(
      fields.map(({ name }) => name),
      taken,
    );
    for (const field of fields) {
      const name = own.get(field.name) ?? field.name;
      names.set(field, name);
      taken.add(name);
    }
  }
  return names;
}

/** None is left out, unless null can be meant: then what is left out has a default of its own. */
function parameter(name: string, field: SdkField, scope: AnnotationScope, isOfBody: boolean): Layout {
  if (field.isRequired) return [`${name}: `, annotation(field.type, scope)];
  if (!isOfBody || !isNullable(field.type)) return [`${name}: `, annotation(field.type, scope, true), ' = None'];
  scope.imports.add('.._core.omit', 'OMIT');
  const written = annotation(field.type, scope);
  if (written === 'Any') return `${name}: Any = OMIT`;
  scope.imports.add('.._core.omit', 'Omit');
  return [`${name}: `, either([written, 'Omit']), ' = OMIT'];
}

function othersParameter(type: TypeReference, scope: AnnotationScope): Layout {
  scope.imports.add('collections.abc', 'Mapping');
  const values = annotation(type, scope);
  return ['others: ', either([group(`Mapping[${builtin('str', scope)}, `, [values], ']'), 'None']), ' = None'];
}

function documentation(name: string, { description = '', default: fallback }: SdkField): readonly DocEntry[] {
  const byDefault = fallback === undefined ? '' : `Default: \`\`${valueLiteral(fallback)}\`\`.`;
  const text = [description.trim().replaceAll(/\s+/g, ' '), byDefault].filter(Boolean).join(' ');
  return text === '' ? [] : [{ name, text }];
}
