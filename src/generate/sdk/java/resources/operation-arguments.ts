import type { SdkField, SdkOperation, TypeReference } from '../../api-description.ts';
import { literal } from '../syntax/text-literal.ts';
import { group, indent, type Layout, softLine } from '../../typescript/layout/layout.ts';
import { packages } from '../java-file.ts';
import { code, inline } from '../layout/javadoc.ts';
import { sentType } from '../params/sent-type.ts';
import type { PlannedOperation } from '../plan.ts';
import { camelCase, Names, parameterNames } from '../syntax/names.ts';
import type { Scope } from '../types/answered-type.ts';

/** An argument of a call. */
export interface Argument {
  readonly kind: 'path' | 'body' | 'query' | 'options';
  readonly name: string;
  readonly type: Layout;
  /** Javadoc. */
  readonly about: string;
  readonly isOptional: boolean;
}

/** What a call takes, in its order: the path, the body, the query, options. */
export function operationArguments({ operation, queryName }: PlannedOperation, scope: Scope): readonly Argument[] {
  const { body, queryParameters } = operation;
  return [
    ...pathNames(operation.pathParameters).map(
      ({ field, name }): Argument => ({
        kind: 'path',
        name,
        type: pathType(field.type),
        about: inline(field.description ?? '') || `${code(field.name)} of the route`,
        isOptional: false,
      }),
    ),
    ...(body === undefined
      ? []
      : [
          {
            kind: 'body',
            name: 'body',
            type: sentType(body, scope),
            about: 'what is sent',
            isOptional: false,
          } as const,
        ]),
    ...(queryName === undefined
      ? []
      : [
          {
            kind: 'query',
            name: 'query',
            type: scope.imports.use(packages.params, queryName),
            about: queryParameters.some(({ isRequired }) => isRequired)
              ? 'what is asked for'
              : 'what is asked for, or {@code null}',
            isOptional: !queryParameters.some(({ isRequired }) => isRequired),
          } as const,
        ]),
    {
      kind: 'options',
      name: 'options',
      type: scope.imports.use(packages.sdk, 'RequestOptions'),
      about: 'of this call, or {@code null}',
      isOptional: true,
    },
  ];
}

/** `Input.none().path("tenant", tenant).body(body)` */
export function inputLayout({ operation, queryName }: PlannedOperation, { imports }: Scope): Layout {
  const calls = [
    ...pathNames(operation.pathParameters).map(({ field, name }) => `.path(${literal(field.name)}, ${name})`),
    ...(queryName === undefined ? [] : ['.query(query)']),
    ...(operation.body === undefined ? [] : ['.body(body)']),
  ];
  const first = `${imports.use(packages.core, 'Input')}.none()`;
  // With fewer calls a formatter leaves them where they are.
  if (calls.length < 2) return [first, ...calls];
  return group(first, indent(calls.map((call) => [softLine, call])));
}

/** What the parameters of the path are called in a call. */
export function pathArgumentNames({ pathParameters }: Pick<SdkOperation, 'pathParameters'>): readonly string[] {
  return pathNames(pathParameters).map(({ name }) => name);
}

function pathNames(fields: readonly SdkField[]): readonly { readonly field: SdkField; readonly name: string }[] {
  const names = new Names(parameterNames);
  return fields.map((field) => ({ field, name: names.give(camelCase(field.name)) }));
}

function pathType(type: TypeReference): string {
  return type.kind === 'integer' ? 'long' : 'String';
}
