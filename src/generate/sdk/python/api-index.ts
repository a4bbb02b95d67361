import type { SdkFile, SdkResource } from '../api-description.ts';
import { sentence } from './layout/docstring.ts';
import { callExample } from './operation-arguments.ts';
import type { PythonNames } from './python-names.ts';
import type { PythonTypes } from './python-types.ts';

/** `api.md`: every call, by resource. */
export function apiIndex(resources: readonly SdkResource[], types: PythonTypes, names: PythonNames): SdkFile {
  const sections = resources
    .filter(({ operations }) => operations.length > 0)
    .map((resource) => {
      const { access } = names.of(resource);
      const rows = resource.operations.map((operation) => {
        const call = `${access}.${names.ofOperation(operation).method}(${callExample(operation, types)})`;
        const { method, route, summary } = operation;
        return `| \`${call}\` | \`${method} ${route}\` | ${sentence(summary).replaceAll('|', '\\|')} |`;
      });
      return [`## ${access}`, '', '| call | sends | what it does |', '|---|---|---|', ...rows].join('\n');
    });
  const about = 'What must be given; `…` stands for what may be.';
  const head = '<!-- Written by dream generate sdk; do not edit. -->';
  return { path: 'api.md', text: `${[head, '# Every call', about, ...sections].join('\n\n')}\n` };
}
