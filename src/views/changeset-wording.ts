import type { Change, Changeset, GuardrailFinding } from '../engine/changeset/changeset.ts';
import { limitedFigure } from '../engine/changeset/figures.ts';
import type { ChangeAction } from '../engine/resource.ts';
import { count, grouped } from './text/count.ts';

/** The sign of each action, the same in every view. */
export const actionSigns: { readonly [action in ChangeAction]: string } = {
  create: '+',
  update: '~',
  delete: '-',
  rename: '→',
};

/** The order in which a reader meets the actions: what touches somebody first. */
const actionOrder: readonly ChangeAction[] = ['delete', 'rename', 'update', 'create'];

const verbs: { readonly [action in ChangeAction]: string } = {
  create: 'create',
  update: 'update',
  delete: 'delete',
  rename: 'rename',
};

/** `1 to create, 2 to update, settings to change`; `nothing` when there is nothing to apply. */
export function summaryText({ settings, summary }: Pick<Changeset, 'settings' | 'summary'>): string {
  const parts = (['create', 'update', 'rename', 'delete'] as const)
    .filter((action) => summary[action] > 0)
    .map((action) => `${grouped(summary[action])} to ${verbs[action]}`);
  if (settings !== undefined) parts.push(`settings to ${settings.before === null ? 'set' : 'change'}`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

/** {@link summaryText} and what stands in its way. */
export function headlineText(changeset: Pick<Changeset, 'conflicts' | 'settings' | 'summary'>): string {
  const text = summaryText(changeset);
  if (changeset.conflicts.length === 0) return text;
  const conflicts = count(changeset.conflicts.length, 'conflict');
  return text === 'nothing' ? `${conflicts}, nothing else to change` : `${text}, ${conflicts}`;
}

/** {@link summaryText} of a revision, of whose settings a list says nothing: one that changed no resource changed them. */
export function revisionText(summary: Changeset['summary']): string {
  const text = summaryText({ summary });
  return text === 'nothing' ? 'settings' : text;
}

/** Of a kind's new resources, more than this are shown by their keys alone: a first apply must be readable. */
export const mostCreatesInFull = 5;

/** True when there is nothing to apply and nothing in the way. */
export function isQuiet(changeset: Changeset): boolean {
  return changeset.changes.length === 0 && changeset.settings === undefined && changeset.conflicts.length === 0;
}

/** A guardrail's rule before its message, unless the message names it. */
export function guardrailText({ message, rule }: Pick<GuardrailFinding, 'message' | 'rule'>): string {
  return message.includes(rule) ? message : `${rule}: ${message}`;
}

/**
 * `--allow membersLosingPermission=14`, for every limit that refuses, and for those that gave way already: whoever
 * copies this names all. Null when something else refuses, too.
 */
export function allowOptions(guardrails: readonly GuardrailFinding[]): string | null {
  const isLimit = ({ figure, limit }: GuardrailFinding): boolean => figure !== undefined && limit !== undefined;
  if (guardrails.some((finding) => finding.outcome === 'refused' && !isLimit(finding))) return null;
  return guardrails
    .filter((finding) => finding.outcome !== 'needs-approval' && isLimit(finding))
    .map(({ figure, rule }) => `--allow ${limitedFigure(rule)}=${figure}`)
    .join(' ');
}

/** Changes by kind, kinds in the order they first appear, each kind's changes in {@link actionOrder} and by key. */
export function changesByKind(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const kinds = Map.groupBy(changes, (change) => change.kind);
  for (const group of kinds.values()) group.sort(compareChanges);
  return kinds;
}

export function compareChanges(a: Change, b: Change): number {
  return actionOrder.indexOf(a.action) - actionOrder.indexOf(b.action) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** The environment's own settings that change, as fields. */
export function settingsFields(settings: NonNullable<Changeset['settings']>): Change['fields'] {
  const before = flatSettings(settings.before);
  const after = flatSettings(settings.after);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => JSON.stringify(before.get(path)) !== JSON.stringify(after.get(path)))
    .map((path) => {
      const [from, to] = [before.get(path), after.get(path)];
      return { path, ...(from === undefined ? {} : { before: from }), ...(to === undefined ? {} : { after: to }) };
    });
}

function flatSettings(
  settings: NonNullable<Changeset['settings']>['before'],
): Map<string, string | number | boolean | readonly string[]> {
  if (settings === null) return new Map();
  const { guardrails, mode, protect } = settings;
  return new Map<string, string | number | boolean | readonly string[]>([
    ['mode', mode],
    ['protect', protect],
    ...(guardrails.requireApproval === undefined
      ? []
      : [['guardrails.requireApproval', guardrails.requireApproval] as const]),
    ...Object.entries(guardrails.limits).map(([name, limit]) => [`guardrails.${name}`, limit] as const),
  ]);
}
