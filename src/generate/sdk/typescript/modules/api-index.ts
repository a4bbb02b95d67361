import type { SdkFile, SdkOperation } from '../../api-description.ts';
import { type PlannedResource, withNested } from '../plan.ts';
import { headLine } from './module.ts';
import { sentence } from './operation-notes.ts';

/** `api.md`: every call, by resource. */
export function apiIndex(
  resources: readonly PlannedResource[],
  signaturesOf: (resource: PlannedResource) => readonly string[],
): SdkFile {
  const sections = resources
    .flatMap(withNested)
    .filter(({ resource }) => resource.operations.length > 0)
    .map((planned) => section(planned, signaturesOf(planned)));
  const text = [`<!-- ${headLine} -->`, '# Every call', ...sections].join('\n\n');
  return { path: 'api.md', text: `${text}\n` };
}

function section({ resource, access }: PlannedResource, signatures: readonly string[]): string {
  const rows = resource.operations.map((operation, index) => row(operation, `${access}.${signatures[index] ?? ''}`));
  return [`## ${access}`, '', '| call | sends | what it does |', '|---|---|---|', ...rows].join('\n');
}

function row({ method, route, summary }: SdkOperation, call: string): string {
  return `| \`${call}\` | \`${method} ${route}\` | ${cell(sentence(summary))} |`;
}

/** A row is one line, whatever stands in it. */
function cell(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll('|', '\\|');
}
