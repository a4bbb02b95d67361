import type { Style } from './style.ts';
import { moment } from './text/moment.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

/** Names only: no view is ever given the value of a secret. */
export interface SecretFacts {
  readonly name: string;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

export function formatSecrets(secrets: readonly SecretFacts[], style: Style): string {
  if (secrets.length === 0) return 'There are no secrets yet. Set one with: dream secrets set NAME';
  const rows = secrets.map(({ name, updatedAt, updatedBy }) => [
    visible(name),
    visible(moment(updatedAt)),
    visible(updatedBy),
  ]);
  return table(['NAME', 'SET', 'BY'], rows, style).join('\n');
}
