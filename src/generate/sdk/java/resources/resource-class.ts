import type { SdkFile, SdkOperation } from '../../api-description.ts';
import { literal } from '../syntax/text-literal.ts';
import type { Layout } from '../../typescript/layout/layout.ts';
import { javaFile, packages } from '../java-file.ts';
import { classLayout, listed, method } from '../layout/class-layout.ts';
import { code, documented } from '../layout/javadoc.ts';
import type { Plan, PlannedOperation, PlannedResource } from '../plan.ts';
import { Imports } from '../syntax/imports.ts';
import { operationMethods } from './operation-methods.ts';

/** The class of a resource. */
export function resourceClass(planned: PlannedResource, plan: Plan): SdkFile {
  const { access, className, nested, operations, resource } = planned;
  const imports = new Imports(packages.resources, [className, 'Raw']);
  const scope = { plan, imports };
  const base = imports.use(packages.core, 'Resource');
  const connection = imports.use(packages.core, 'Connection');
  const made = (name: string, about: string): Layout =>
    documented(
      { text: [about], tags: ["@param connection the client's"] },
      1,
      method([`public ${name}`], [`${connection} connection`], ['super(connection);']),
    );
  const raw = classLayout({
    head: 'public static final class Raw',
    clauses: [`extends ${base}`],
    members: [
      method(['private Raw'], [`${connection} connection`], ['super(connection);']),
      ...operations.flatMap((operation) => operationMethods(operation, scope, true)),
    ],
  });
  const content = documented(
    { text: [resource.description ?? `The operations of \`${resource.path.join('.')}\`.`] },
    0,
    classLayout({
      head: `public final class ${className}`,
      clauses: [`extends ${base}`],
      fields: operations.map((operation) => constantLayout(operation, imports)),
      members: [
        made(className, 'The operations by a connection of their own.'),
        ...nested.map((inner) => accessorMethod(inner, imports)),
        ...operations.flatMap((operation) => operationMethods(operation, scope, false)),
        ...(operations.length === 0
          ? []
          : [
              documented(
                {
                  text: ['The same operations, each of which gives its answer with its status and its headers.'],
                  tags: ['@return a new one'],
                },
                1,
                method(['public Raw withRaw'], [], ['return new Raw(connection());']),
              ),
              documented({ lead: `As ${code(access)}, with what comes around an answer.`, text: [] }, 1, raw),
            ]),
      ],
    }),
  );
  return javaFile(packages.resources, className, content, imports);
}

/** What gives a resource, of the client or of the one above it. */
export function accessorMethod({ accessor, className, resource }: PlannedResource, imports: Imports): Layout {
  const name = imports.use(packages.resources, className);
  return documented(
    {
      text: [resource.description ?? `The operations of \`${resource.path.join('.')}\`.`],
      tags: ['@return its operations'],
    },
    1,
    method([`public ${name} ${accessor}`], [], [`return new ${name}(connection());`]),
  );
}

function constantLayout({ constant, operation }: PlannedOperation, imports: Imports): Layout {
  const { id, isAboutTenant, isMutation, method: verb, result, route } = operation;
  const type = imports.use(packages.core, 'Operation');
  const cursor = result.form === 'parts' ? result.cursorParameter : 'cursor';
  const parts = [
    ...[id, verb, route].map(literal),
    authLayout(operation, imports),
    String(isMutation),
    String(isAboutTenant),
    literal(cursor),
  ];
  return [`private static final ${type} ${constant} = `, listed(`new ${type}(`, parts, ')'), ';'];
}

function authLayout({ auth }: SdkOperation, imports: Imports): Layout {
  const name = imports.use(packages.core, 'Auth');
  const callers = [...new Set(auth)].map((caller) => `${name}.${caller.toUpperCase()}`);
  return listed(`${imports.use('java.util', 'Set')}.of(`, callers, ')');
}
