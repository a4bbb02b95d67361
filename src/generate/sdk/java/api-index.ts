import { plainText } from '../../types/plain-text.ts';
import type { SdkFile } from '../api-description.ts';
import { sentence } from './layout/javadoc.ts';
import type { Plan, PlannedOperation, PlannedResource } from './plan.ts';
import { withNested } from './plan.ts';
import { pathArgumentNames } from './resources/operation-arguments.ts';

/** `api.md`: every call, by resource. */
export function apiIndex({ resources }: Plan): SdkFile {
  const sections = resources
    .flatMap(withNested)
    .filter(({ operations }) => operations.length > 0)
    .map(section);
  const about = 'What ends in `?` may be left out.';
  const head = '<!-- Written by dream generate sdk; do not edit. -->';
  return { path: 'api.md', text: `${[head, '# Every call', about, ...sections].join('\n\n')}\n` };
}

function section({ access, operations }: PlannedResource): string {
  const rows = operations.map(({ operation, ...planned }) => {
    const { method, route, summary } = operation;
    const call = `${access}.${planned.methodName}(${argumentsText({ operation, ...planned })})`;
    return `| \`${call}\` | \`${method} ${route}\` | ${plainText(sentence(summary)).replaceAll('|', '\\|')} |`;
  });
  return [`## ${access}`, '', '| call | request | what it does |', '|---|---|---|', ...rows].join('\n');
}

function argumentsText({ operation, queryName }: PlannedOperation): string {
  const isAsked = operation.queryParameters.some(({ isRequired }) => isRequired);
  return [
    ...pathArgumentNames(operation),
    ...(operation.body === undefined ? [] : ['body']),
    ...(queryName === undefined ? [] : [isAsked ? 'query' : 'query?']),
    'options?',
  ].join(', ');
}
