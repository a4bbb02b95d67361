import type { SdkFile } from '../../api-description.ts';
import { documented } from '../layout/doc-comment.ts';
import { group, hardLine, indent, line, separated } from '../layout/layout.ts';
import { clientName, type Plan } from '../plan.ts';
import { Imports, moduleFile } from './module.ts';

export const clientPath = 'client.ts';

/** The class that users make: a field for each resource at the top. */
export function clientModule(plan: Plan): SdkFile {
  const imports = new Imports(
    clientPath,
    plan.resources.map(({ className }) => className),
  );
  const base = imports.useRuntime('DreamBase', plan.runtime, 'value');
  const fields = plan.resources.map(({ resource, field, className, path }) => {
    imports.use(className, path, 'value');
    const declaration = [`readonly ${field}: ${className} =`, indent(line, `new ${className}(this.connection);`)];
    return documented([resource.description], 1, group(declaration));
  });
  const type = documented(['A client of Dream, with settings of its own.'], 0, [
    `export class ${clientName} extends ${base} {`,
    indent(hardLine, separated(fields, [hardLine, hardLine])),
    hardLine,
    '}',
  ]);
  return moduleFile(clientPath, imports, [type]);
}
