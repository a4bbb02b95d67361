import type { Change, Changeset, Conflict, GuardrailFinding } from '../engine/changeset/changeset.ts';
import type { ChangeAction } from '../engine/resource.ts';
import {
  actionSigns,
  allowOptions,
  changesByKind,
  guardrailText,
  headlineText,
  isQuiet,
  mostCreatesInFull,
  settingsFields,
  summaryText,
} from './changeset-wording.ts';
import { bodySummary, fieldLines } from './field-lines.ts';
import { impactLines, impactText, totalsText } from './impact-wording.ts';
import type { Style } from './style.ts';
import type { TextOptions } from './text-options.ts';
import { grouped } from './text/count.ts';
import { fitLines } from './text/fit-lines.ts';
import { moment } from './text/moment.ts';
import { valueText } from './text/value.ts';
import { visible } from './text/visible.ts';
import { padTo, widthOf } from './text/width.ts';
import { wrap } from './text/wrap.ts';

const widestName = 32;

/** A changeset for a person at a terminal: grouped by kind, then what stands in its way, then the counts. */
export function formatChangeset(changeset: Changeset, options: TextOptions): string {
  const { style } = options;
  if (isQuiet(changeset)) return `No changes. ${visible(changeset.environment)} is as the files say.`;
  const blocks = [
    ...settingsBlock(changeset, options),
    ...[...changesByKind(changeset.changes)].map(([kind, changes]) => kindBlock(kind, changes, options)),
    ...guardrailBlock(changeset, options),
    ...conflictBlock(changeset.conflicts, style),
    summaryBlock(changeset, options),
  ];
  return blocks.join('\n\n');
}

/** What lies between two revisions: the same lines, without what only matters before an apply. */
export function formatDifference(
  changeset: Changeset,
  span: { readonly from: number; readonly to: number },
  options: TextOptions,
): string {
  const { style } = options;
  const between = `revision ${span.from} → ${span.to}`;
  if (isQuiet(changeset))
    return `No difference in ${visible(changeset.environment)} between revision ${span.from} and ${span.to}.`;
  const blocks = [
    ...settingsBlock(changeset, options),
    ...[...changesByKind(changeset.changes)].map(([kind, changes]) =>
      kindBlock(kind, changes, { ...options, impact: false }),
    ),
    style.strong(
      `${visible(changeset.project)} ${visible(changeset.environment)}, ${between}: ${summaryText(changeset)}`,
    ),
  ];
  return blocks.join('\n\n');
}

function settingsBlock(changeset: Changeset, options: TextOptions): readonly string[] {
  if (changeset.settings === undefined) return [];
  const sign = options.style.notice(changeset.settings.before === null ? '+' : '~');
  const heading = `  ${sign} environment ${options.style.strong(visible(changeset.environment))}`;
  return [
    [options.style.strong('Settings'), heading, ...fieldLines(settingsFields(changeset.settings), options)].join('\n'),
  ];
}

function kindBlock(kind: string, changes: readonly Change[], options: TextOptions): string {
  const created = changes.filter((change) => change.action === 'create');
  const others = changes.filter((change) => change.action !== 'create');
  const lines = [options.style.strong(visible(kind)), ...others.flatMap((change) => changeLines(change, options))];
  for (const group of Map.groupBy(created, (change) => impactText(change.impact)).values()) {
    const shown = created.length > mostCreatesInFull ? keyLines(group, options) : createLines(group, options);
    lines.push(...shown, ...feltLines(group, options));
  }
  return lines.join('\n');
}

function createLines(group: readonly Change[], options: TextOptions): readonly string[] {
  const column = Math.min(widestName, Math.max(...group.map(({ key }) => widthOf(visible(key)))));
  return group.map((change) => headLine(change, column, options));
}

/** `+ create 12`, then the keys. */
function keyLines(group: readonly Change[], { style, width }: TextOptions): readonly string[] {
  const lines = fitLines(
    group.map(({ key }) => visible(key)),
    width - 6,
  );
  return [
    `  ${style.good(`${actionSigns.create} create`)} ${style.strong(grouped(group.length))}`,
    ...lines.map((names, index) => `      ${names.join(', ')}${index === lines.length - 1 ? '' : ','}`),
  ];
}

function changeLines(change: Change, options: TextOptions): readonly string[] {
  const fields = change.action === 'delete' ? [] : fieldLines(change.fields, options);
  return [headLine(change, 0, options), ...fields, ...feltLines([change], options)];
}

/** One line that names the resource; of what is created or deleted, also what it is. */
function headLine(change: Change, column: number, { style, width }: TextOptions): string {
  const name = change.from === undefined ? visible(change.key) : `${visible(change.from)} → ${visible(change.key)}`;
  const lead = `  ${colourOf(change.action, style)(`${actionSigns[change.action]} ${change.action}`)} `;
  const body = change.action === 'create' ? change.after : change.action === 'delete' ? change.before : null;
  const padded = padTo(name, column);
  const summary = body === null ? '' : bodySummary(body, width - widthOf(padded) - change.action.length - 7);
  return summary === '' ? lead + style.strong(name) : `${lead}${style.strong(padded)}  ${style.faint(summary)}`;
}

/** Said once for changes that follow each other and are felt alike. */
function feltLines(changes: readonly Change[], { impact = true, style, width }: TextOptions): readonly string[] {
  const [first] = changes;
  if (first === undefined || !impact) return [];
  const lines = impactLines(first.impact).map((line, index) => (index === 0 ? line : `  ${line}`));
  const [last = ''] = lines.splice(-1);
  lines.push(`${last}${changes.length === 1 ? '' : ` (each of these ${changes.length})`}`);
  const styled = { none: style.faint, some: style.strong, unknown: style.notice }[first.impact.status];
  return lines.flatMap((line) => wrapUnder(line, '      ', width)).map(styled);
}

/** Wrapped so that what follows a line stays under its text. */
function wrapUnder(line: string, indent: string, width: number): readonly string[] {
  const text = line.trimStart();
  return wrap(text, indent + ' '.repeat(line.length - text.length), width);
}

function guardrailBlock(
  { fingerprint, guardrails: findings }: Changeset,
  { approve, style, width }: TextOptions,
): readonly string[] {
  if (findings.length === 0) return [];
  const signs = {
    allowed: style.good('✓ allowed') + ' '.repeat(9),
    approved: style.good('✓ approved') + ' '.repeat(8),
    refused: style.bad('✗ refused') + ' '.repeat(9),
    'needs-approval': isApproved(fingerprint, approve)
      ? style.good('✓ approved') + ' '.repeat(8)
      : `${style.notice('! needs approval')}  `,
  };
  const lines = findings.flatMap((finding) => {
    const [first = '', ...rest] = wrap(visible(guardrailText(finding)), ' '.repeat(20), width);
    return [`  ${signs[finding.outcome]}${first.trimStart()}`, ...rest];
  });
  return [[style.strong('Guardrails'), ...lines].join('\n')];
}

function conflictBlock(conflicts: readonly Conflict[], style: Style): readonly string[] {
  if (conflicts.length === 0) return [];
  return [[style.strong('Conflicts'), ...conflicts.flatMap((conflict) => conflictLines(conflict, style))].join('\n')];
}

/** Both values of every field in dispute, and whose the live one is. */
export function conflictLines(conflict: Conflict, style: Style): readonly string[] {
  const { changedAt, changedBy, fields, key, kind, message } = conflict;
  const value = (json: (typeof fields)[number]['live']): string => (json === undefined ? '(absent)' : valueText(json));
  return [
    `  ${style.bad('✗')} ${style.strong(`${visible(kind)}/${visible(key)}`)}  ${visible(message)}`,
    `      ${style.faint(`live value by ${visible(changedBy)} at ${visible(moment(changedAt))}`)}`,
    ...fields.map(
      ({ desired, live, path }) =>
        `      ${visible(path)}  live ${style.bad(value(live))}, files ${style.good(value(desired))}`,
    ),
  ];
}

function summaryBlock(
  changeset: Changeset,
  { approve, command = 'dream apply', past = false, style, width }: TextOptions,
): string {
  const { conflicts, environment, fingerprint, guardrails, project } = changeset;
  const place = `${visible(project)} ${visible(environment)}`;
  const lines = [style.strong(`${place}: ${headlineText(changeset)}`)];
  const felt = totalsText(changeset);
  if (felt !== '') lines.push(...wrap(`impact: ${felt}`, '', width).map((line) => style.strong(line)));
  lines.push(style.faint(`fingerprint ${fingerprint}`));
  if (past) return lines.join('\n');
  if (conflicts.length > 0) {
    lines.push(
      style.bad(
        'Conflicts stop an apply. --adopt lets the files own these resources; dream pull takes the live values.',
      ),
    );
  }
  const called = `${command} --env ${visible(environment)}`;
  const isWaiting = guardrails.some(({ outcome }) => outcome === 'needs-approval');
  const approval = isWaiting && !isApproved(fingerprint, approve) ? ` --approve ${fingerprint}` : '';
  if (guardrails.some(({ outcome }) => outcome === 'refused'))
    lines.push(style.bad(refusedText(guardrails, called, approval)));
  else if (approval !== '') lines.push(style.notice(`To approve: ${called}${optionsBefore(guardrails)}${approval}`));
  return lines.join('\n');
}

/** What gave way by name has to be named again beside the approval. */
function optionsBefore(guardrails: readonly GuardrailFinding[]): string {
  const options = allowOptions(guardrails);
  return options === null || options === '' ? '' : ` ${visible(options)}`;
}

/** Whether an approval is of this very changeset. The server has the last word; this only spares a reader the advice. */
function isApproved(fingerprint: string, approve: string | undefined): boolean {
  return approve !== undefined && approve.length > 0 && fingerprint.startsWith(approve);
}

/** A limit gives way to its very figure; what is protected or immutable gives way to nothing. */
function refusedText(guardrails: readonly GuardrailFinding[], called: string, approval: string): string {
  const options = allowOptions(guardrails);
  return options === null
    ? 'A guardrail refuses this changeset; no approval lifts it.'
    : `A guardrail refuses this changeset. To allow exactly these figures${approval === '' ? '' : ', and approve the rest'}: ${visible(called)} ${options}${approval}`;
}

function colourOf(action: ChangeAction, style: Style): (text: string) => string {
  return { create: style.good, update: style.notice, delete: style.bad, rename: style.accent }[action];
}
