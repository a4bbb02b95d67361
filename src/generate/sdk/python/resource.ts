import type { SdkResource } from '../api-description.ts';
import { docstring } from './layout/docstring.ts';
import type { Layout } from './layout/layout.ts';
import { type DescribedOperation, describeOperation, methodText, operationConstant } from './method.ts';
import { moduleText } from './module-text.ts';
import { paramAnnotation } from './params.ts';
import type { PythonTypes } from './python-types.ts';
import { pascalCase, snakeCase } from './syntax/names.ts';
import type { AnnotationScope } from './types/annotation.ts';
import { Imports } from './types/imports.ts';

/** `audit_entries` */
export function resourceModule({ path }: SdkResource): string {
  return path.map(snakeCase).join('_');
}

/** `AuditEntriesResource`; no type of the API is called so. */
function resourceClass({ path }: SdkResource, isAsync: boolean): string {
  return `${isAsync ? 'Async' : ''}${path.map(pascalCase).join('')}Resource`;
}

/** The module of a resource: its operations, and its classes for both clients. */
export function resourceText(resource: SdkResource, types: PythonTypes, additions: ReadonlySet<string>): string {
  const imports = new Imports();
  const typingImports = new Imports();
  if (resource.operations.length > 0) imports.add('.._core.operation', 'Operation');
  const constants = resource.operations.map(operationConstant).join('');
  const scope = resourceScope(resource, types, imports, typingImports);
  const operations = resource.operations.map((operation) => describeOperation(operation, types, scope.sent));
  const classes = [false, true].map((isAsync) => classText(resource, isAsync, operations, scope, additions));
  const body = constants === '' ? classes : [constants, ...classes];
  const text = moduleText({
    about: `\`\`client.${resource.path.map(snakeCase).join('.')}\`\``,
    imports,
    typingImports,
    body,
  });
  // After imports there is one empty line before a constant, and two before a class.
  return constants === '' ? text : text.replace(`\n\n\n${constants}`, `\n\n${constants}`);
}

/** What both classes of a module are written with. */
interface ResourceScope {
  readonly types: PythonTypes;
  readonly imports: Imports;
  readonly typingImports: Imports;
  readonly sent: AnnotationScope;
  readonly answered: AnnotationScope;
}

function resourceScope(
  resource: SdkResource,
  types: PythonTypes,
  imports: Imports,
  typingImports: Imports,
): ResourceScope {
  const shadowed = new Set(resource.operations.map(({ name }) => snakeCase(name)));
  const model = (name: string): string => imports.add(`..types.${types.moduleOf(name)}`, types.classOf(name));
  const named = (name: string): Layout =>
    paramAnnotation(name, types, imports, {
      param: (other) => typingImports.add(`..params.${types.moduleOf(other)}`, `${other}Param`),
      model: (other) => model(other),
    });
  return {
    types,
    imports,
    typingImports,
    sent: { imports, shadowed, isSent: true, named },
    answered: { imports, shadowed, isSent: false, named: model },
  };
}

function classText(
  resource: SdkResource,
  isAsync: boolean,
  operations: readonly DescribedOperation[],
  { types, imports, typingImports, answered }: ResourceScope,
  additions: ReadonlySet<string>,
): string {
  const base = isAsync ? 'AsyncResourceBase' : 'ResourceBase';
  imports.add(`.._core.${isAsync ? 'async_resource' : 'resource'}`, base);
  const module = resourceModule(resource);
  const bases = [base];
  if (additions.has(module)) {
    bases.push(imports.add(`.._additions.${module}`, `${resource.path.map(pascalCase).join('')}Additions`));
  }
  const methods = operations.map((operation) => methodText(operation, { types, answered, isAsync }));
  const below = resource.resources.map((child) => {
    imports.add('functools', 'cached_property');
    return resourceProperty(child, isAsync, '.', typingImports);
  });
  const doc = docstring({ text: resource.description ?? '' }, 4);
  const members = [...below, ...methods].join('\n');
  const between = doc !== '' && members !== '' ? '\n' : '';
  return `class ${resourceClass(resource, isAsync)}(${bases.join(', ')}):\n${doc}${between}${members || '    pass\n'}`;
}

/** What gives a resource, and imports it when it is first asked for. `from`: the package of its module. */
export function resourceProperty(
  resource: SdkResource,
  isAsync: boolean,
  from: '.' | '.resources.',
  typingImports: Imports,
): string {
  const name = resourceClass(resource, isAsync);
  const module = `${from}${resourceModule(resource)}`;
  typingImports.add(module, name);
  const doc = docstring({ text: resource.description ?? `Operations of \`\`${resource.path.join('.')}\`\`.` }, 8);
  return `    @cached_property
    def ${snakeCase(resource.name)}(self) -> ${name}:
${doc}        from ${module} import ${name}

        return ${name}(self._connection)
`;
}
