import { type RevisionLine, revisionLine } from './revision.ts';
import type { Style } from './style.ts';
import { count, grouped } from './text/count.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

export interface StatusFacts {
  readonly project: string;
  readonly environment: string;
  readonly mode: 'test' | 'live';
  readonly protect: boolean;
  readonly revision: number;
  readonly lastApply: RevisionLine | null;
  readonly resources: readonly { readonly kind: string; readonly files: number; readonly api: number }[];
  readonly conditions: readonly Condition[];
}

interface Condition {
  readonly type: string;
  readonly status: 'true' | 'false' | 'unknown';
  readonly reason: string;
  readonly message: string;
  readonly observedRevision: number;
}

/** What an environment holds and how it is doing. `source` names the control plane that was asked. */
export function formatStatus(status: StatusFacts, source: string, style: Style): string {
  const flags = [`${status.mode} mode`, ...(status.protect ? ['protected'] : [])].join(', ');
  const head = [
    `${style.strong(`${visible(status.project)} ${visible(status.environment)}`)}  ${flags}  revision ${status.revision}`,
    style.faint(visible(source)),
    status.lastApply === null ? 'Nothing was applied yet.' : `last apply  ${revisionLine(status.lastApply, style)}`,
  ];
  const blocks = [
    head,
    resourceLines(status, style),
    status.conditions.map((condition) => conditionLine(condition, style)),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function resourceLines({ resources }: StatusFacts, style: Style): readonly string[] {
  if (resources.length === 0) return [];
  const total = resources.reduce((sum, { api, files }) => sum + files + api, 0);
  const anyFromApi = resources.some(({ api }) => api > 0);
  const rows = resources.map(({ api, files, kind }) => [
    visible(kind),
    grouped(files),
    ...(anyFromApi ? [grouped(api)] : []),
  ]);
  return [
    ...table(['KIND', 'FILES', ...(anyFromApi ? ['API'] : [])], rows, style),
    style.faint(count(total, 'resource')),
  ];
}

function conditionLine({ message, observedRevision, reason, status, type }: Condition, style: Style): string {
  const sign = { true: style.good('✓'), false: style.bad('✗'), unknown: style.notice('?') }[status];
  return `${sign} ${style.strong(visible(type))}  ${visible(message || reason)} ${style.faint(`as of revision ${observedRevision}`)}`;
}
