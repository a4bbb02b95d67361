import type { ApiDescription } from '../api-description.ts';
import { moduleText } from './module-text.ts';
import type { PythonNames } from './python-names.ts';
import { resourceProperty } from './resource.ts';
import { Imports } from './types/imports.ts';

/** The module of `Dream`, or of `AsyncDream`: what they have in common is written by hand. */
export function clientText({ resources }: ApiDescription, names: PythonNames, isAsync: boolean): string {
  const imports = new Imports();
  const typingImports = new Imports();
  const base = isAsync ? 'AsyncClient' : 'SyncClient';
  imports.add('functools', 'cached_property');
  imports.add(`._core.${isAsync ? 'async_client' : 'sync_client'}`, base);
  const properties = resources.map((resource) =>
    resourceProperty(resource, names, isAsync, '.resources.', typingImports),
  );
  const name = isAsync ? 'AsyncDream' : 'Dream';
  const how = isAsync
    ? 'Its methods are awaited. The tasks of a loop may share it.'
    : 'Its methods give what the server answered. Threads may share it.';
  const text = `class ${name}(${base}):\n    """A client of Dream. ${how}"""\n\n${properties.join('\n')}`;
  return moduleText({ about: `\`\`${name}\`\``, imports, typingImports, body: [text] });
}
