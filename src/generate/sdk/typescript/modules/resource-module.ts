import type { SdkFile } from '../../api-description.ts';
import { documented } from '../layout/doc-comment.ts';
import { hardLine, indent, type Layout, separated } from '../layout/layout.ts';
import type { Plan, PlannedResource } from '../plan.ts';
import { everyReference } from '../syntax/every-reference.ts';
import { Imports, moduleFile } from './module.ts';
import { operationMethod } from './operation-method.ts';
import { resourceSite } from './resource-site.ts';

/** A class with a method for each operation and a field for each resource below. */
export interface ResourceModule {
  readonly file: SdkFile;
  readonly signatures: readonly string[];
}

export function resourceModule(planned: PlannedResource, plan: Plan): ResourceModule {
  const { resource, className, path, nested, methods } = planned;
  const imports = new Imports(path, ownNames(planned, plan));
  const site = resourceSite(planned, plan, imports);
  const operations = resource.operations.map((operation, index) =>
    operationMethod(operation, methods[index] ?? operation.name, site),
  );
  const base = imports.useRuntime(planned.additions ?? 'Resource', plan.runtime, 'value');
  for (const inner of nested) imports.use(inner.className, inner.path, 'value');
  const parts = [...fields(planned, site.runtime), ...operations.map(({ layout }) => layout)];
  const body = parts.length === 0 ? '' : [indent(hardLine, separated(parts, [hardLine, hardLine])), hardLine];
  const type = documented([resource.description], 0, [`export class ${className} extends ${base} {`, body, '}']);
  const declarations = [...operations.flatMap(({ types }) => types), type];
  return {
    file: moduleFile(path, imports, declarations),
    signatures: operations.map(({ signature }) => signature),
  };
}

/** The types that its operations speak of, and the classes. */
function ownNames(
  { resource, className, nested }: PlannedResource,
  { longChoices, typeName }: Plan,
): readonly string[] {
  const references = everyReference({ types: [], resources: [{ ...resource, resources: [] }] });
  return [
    className,
    ...nested.map((inner) => inner.className),
    ...references.flatMap(({ reference }) => (reference.kind === 'named' ? typeName(reference.name) : [])),
    ...[...longChoices.values()].map(({ name }) => name),
  ];
}

/** What is below says of itself only what differs from what is said of this. */
function fields({ resource: above, nested }: PlannedResource, runtime: (name: string) => string): readonly Layout[] {
  if (nested.length === 0) return [];
  const connection = runtime('Connection');
  const declarations = nested.map(({ field, className, resource: { description } }) =>
    documented([description === above.description ? undefined : description], 1, `readonly ${field}: ${className};`),
  );
  const statements = nested.map(({ field, className }) => `this.${field} = new ${className}(connection);`);
  return [
    separated(declarations, hardLine),
    [
      `constructor(connection: ${connection}) {`,
      indent(hardLine, separated(['super(connection);', ...statements], hardLine)),
      hardLine,
      '}',
    ],
  ];
}
