import type { SdkResource } from '../api-description.ts';
import { docstring } from './layout/docstring.ts';
import type { Layout } from './layout/layout.ts';
import { type DescribedOperation, describeOperation, methodText, operationConstant } from './method.ts';
import { moduleText } from './module-text.ts';
import { paramAnnotation } from './params.ts';
import type { PythonNames } from './python-names.ts';
import type { PythonTypes } from './python-types.ts';
import type { AnnotationScope } from './types/annotation.ts';
import { Imports } from './types/imports.ts';

/** The module of a resource: its operations, and its classes for both clients. */
export function resourceText(resource: SdkResource, types: PythonTypes, names: PythonNames): string {
  const imports = new Imports();
  const typingImports = new Imports();
  if (resource.operations.length > 0) imports.add('.._core.operation', 'Operation');
  const constants = resource.operations.map((operation) => operationConstant(operation, names)).join('');
  const scope = resourceScope(resource, types, names, imports, typingImports);
  const operations = resource.operations.map((operation) => describeOperation(operation, types, scope.sent));
  const classes = [false, true].map((isAsync) => classText(resource, isAsync, operations, scope));
  const body = constants === '' ? classes : [constants, ...classes];
  const text = moduleText({
    about: `\`\`${names.of(resource).access}\`\``,
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
  readonly names: PythonNames;
  readonly imports: Imports;
  readonly typingImports: Imports;
  readonly sent: AnnotationScope;
  readonly answered: AnnotationScope;
}

function resourceScope(
  resource: SdkResource,
  types: PythonTypes,
  names: PythonNames,
  imports: Imports,
  typingImports: Imports,
): ResourceScope {
  const shadowed = new Set([
    ...resource.operations.map((operation) => names.ofOperation(operation).method),
    ...resource.resources.map((below) => names.of(below).property),
  ]);
  const model = (name: string): string => imports.add(`..types.${types.moduleOf(name)}`, types.classOf(name));
  const named = (name: string): Layout =>
    paramAnnotation(name, types, imports, {
      param: (other) => typingImports.add(`..params.${types.moduleOf(other)}`, `${other}Param`),
      model: (other) => model(other),
    });
  return {
    types,
    names,
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
  { types, names, imports, typingImports, answered }: ResourceScope,
): string {
  const base = isAsync ? 'AsyncResourceBase' : 'ResourceBase';
  imports.add(`.._core.${isAsync ? 'async_resource' : 'resource'}`, base);
  const bases = [base];
  const additions = names.additionsTo(resource);
  if (additions !== undefined) bases.push(imports.add(`.._additions.${additions.module}`, additions.name));
  const methods = operations.map((operation) => methodText(operation, { types, names, answered, isAsync }));
  const below = resource.resources.map((child) => {
    imports.add('functools', 'cached_property');
    return resourceProperty(child, names, isAsync, '.', typingImports);
  });
  const doc = docstring({ text: resource.description ?? '' }, 4);
  const members = [...below, ...methods].join('\n');
  const between = doc !== '' && members !== '' ? '\n' : '';
  return `class ${names.resourceClass(resource, isAsync)}(${bases.join(', ')}):\n${doc}${between}${members || '    pass\n'}`;
}

/** What gives a resource, and imports it when it is first asked for. `from`: the package of its module. */
export function resourceProperty(
  resource: SdkResource,
  names: PythonNames,
  isAsync: boolean,
  from: '.' | '.resources.',
  typingImports: Imports,
): string {
  const name = names.resourceClass(resource, isAsync);
  const { module: own, property } = names.of(resource);
  const module = `${from}${own}`;
  typingImports.add(module, name);
  const doc = docstring({ text: resource.description ?? `Operations of \`\`${resource.path.join('.')}\`\`.` }, 8);
  return `    @cached_property
    def ${property}(self) -> ${name}:
${doc}        from ${module} import ${name}

        return ${name}(self._connection)
`;
}
