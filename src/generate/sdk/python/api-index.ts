import type { SdkFile, SdkResource } from '../api-description.ts';
import { sentence } from './layout/docstring.ts';
import { callExample } from './operation-arguments.ts';
import type { PythonTypes } from './python-types.ts';
import { snakeCase } from './syntax/names.ts';

/** `api.md`: every call, by resource. */
export function apiIndex(resources: readonly SdkResource[], types: PythonTypes): SdkFile {
  const sections = resources
    .filter(({ operations }) => operations.length > 0)
    .map((resource) => {
      const access = `client.${resource.path.map(snakeCase).join('.')}`;
      const rows = resource.operations.map((operation) => {
        const call = `${access}.${snakeCase(operation.name)}(${callExample(operation, types)})`;
        const { method, route, summary } = operation;
        return `| \`${call}\` | \`${method} ${route}\` | ${sentence(summary).replaceAll('|', '\\|')} |`;
      });
      return [`## ${access}`, '', '| call | sends | what it does |', '|---|---|---|', ...rows].join('\n');
    });
  const about = 'What must be given; `…` stands for what may be.';
  const head = '<!-- Written by dream generate sdk; do not edit. -->';
  return { path: 'api.md', text: `${[head, '# Every call', about, ...sections].join('\n\n')}\n` };
}
