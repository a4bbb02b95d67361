import type { Change, Changeset, Conflict } from '../engine/changeset/changeset.ts';
import {
  allowOptions,
  changesByKind,
  compareChanges,
  guardrailText,
  headlineText,
  isQuiet,
  settingsFields,
} from './changeset-wording.ts';
import { impactSentences, totalsText } from './impact-wording.ts';
import { diffBlocks, fieldDiff } from './markdown/change-block.ts';
import { fenced, markdownCode, markdownText } from './markdown/escape.ts';
import { fill } from './markdown/fill.ts';
import { count, grouped } from './text/count.ts';
import { moment } from './text/moment.ts';
import { valueText } from './text/value.ts';

/** A comment on a pull request may be 65,536 characters long; the rest is left to whoever posts it. */
export const markdownLimit = 60_000;

const shares = { settings: 4_000, guardrails: 8_000, conflicts: 10_000, impact: 14_000, closing: 1_000 } as const;

export interface MarkdownOptions {
  /** False where who feels it is not the question, as between two revisions. */
  readonly impact?: boolean;
}

/** A changeset as a comment for a pull request: at most {@link markdownLimit} characters, omissions counted. */
export function formatChangesetMarkdown(changeset: Changeset, { impact = true }: MarkdownOptions = {}): string {
  const headline = headlineOf(changeset, impact);
  if (isQuiet(changeset)) return `${headline}\n`;
  const sections = [
    headline,
    ...settingsSection(changeset),
    ...guardrailSection(changeset),
    ...conflictSection(changeset.conflicts),
    ...(impact ? impactSection(changeset.changes) : []),
  ];
  const used = sections.join('\n\n').length + shares.closing;
  const details = detailSections(changeset.changes, markdownLimit - used);
  const omitted = changeset.changes.length - details.shown;
  if (omitted > 0) {
    details.sections.push(
      `**${count(omitted, 'change')} of ${grouped(changeset.changes.length)} not shown here.** \`dream plan\` prints all of them.`,
    );
  }
  return `${[...sections, ...details.sections, `<sub>fingerprint <code>${changeset.fingerprint}</code></sub>`].join('\n\n')}\n`;
}

function headlineOf(changeset: Changeset, impact: boolean): string {
  const { changes, conflicts, environment, guardrails, project } = changeset;
  const where = `${markdownCode(project, 100)} ${markdownCode(environment, 100)}`;
  if (isQuiet(changeset)) return `### ${where}: no changes`;
  const facts = [
    ...(guardrails.some(({ outcome }) => outcome === 'refused') ? ['⛔ **A guardrail refuses this changeset.**'] : []),
    ...(guardrails.some(({ outcome }) => outcome === 'needs-approval') ? ['✋ **An approval is needed.**'] : []),
    ...(conflicts.length > 0 ? [`⚠️ **${count(conflicts.length, 'conflict')}: an apply is refused.**`] : []),
    changes.length === 0 || !impact ? '' : feltText(changeset),
  ];
  return `### ${where}: ${headlineText(changeset)}\n\n${facts.join(' ').trim()}`.trimEnd();
}

/** Who feels it, everybody counted once, and how many changes nobody feels. */
function feltText(changeset: Changeset): string {
  const totals = totalsText(changeset);
  const unfelt = changeset.changes.filter(({ impact }) => impact.status === 'none').length;
  const rest = unfelt === 0 ? '' : `Felt by nobody: ${count(unfelt, 'change')}.`;
  return totals === '' ? rest : `**Impact: ${markdownText(totals, 2_000)}.** ${rest}`.trimEnd();
}

function settingsSection({ settings }: Changeset): readonly string[] {
  if (settings === undefined) return [];
  const { text } = fill(
    settingsFields(settings).map((field) => fieldDiff(field).join('\n')),
    shares.settings,
  );
  return [`#### Settings of the environment\n\n${fenced('diff', text.split('\n'))}`];
}

function guardrailSection(changeset: Changeset): readonly string[] {
  const { guardrails: findings } = changeset;
  if (findings.length === 0) return [];
  const lines = findings.map((finding) => {
    const { outcome, resources } = finding;
    const sign = {
      refused: '⛔ refused',
      'needs-approval': '✋ needs approval',
      allowed: '☑️ allowed',
      approved: '☑️ approved',
    }[outcome];
    const names = resources.slice(0, 10).map(({ key, kind }) => markdownCode(`${kind}/${key}`));
    const more = resources.length > names.length ? ` and ${grouped(resources.length - names.length)} more` : '';
    return `- **${sign}** ${markdownText(guardrailText(finding))}${names.length === 0 ? '' : ` (${names.join(', ')}${more})`}`;
  });
  const way = wayThrough(changeset);
  return [section('Guardrails', lines, shares.guardrails, 'finding'), ...(way === null ? [] : [way])];
}

/** A limit gives way to its very figure, what needs an approval to one; null where nothing does. */
function wayThrough({ environment, fingerprint, guardrails }: Changeset): string | null {
  const refuses = guardrails.some(({ outcome }) => outcome === 'refused');
  const isWaiting = guardrails.some(({ outcome }) => outcome === 'needs-approval');
  const allow = allowOptions(guardrails);
  if (allow === null) return 'No approval lifts what a guardrail refuses here.';
  if (!refuses && !isWaiting) return null;
  const called = [`dream apply --env ${environment}`, allow, isWaiting ? `--approve ${fingerprint}` : ''];
  const command = markdownCode(called.filter((part) => part !== '').join(' '), 1_000);
  if (!refuses) return `To approve: ${command}`;
  return `To allow exactly these figures${isWaiting ? ', and approve the rest' : ''}: ${command}`;
}

function conflictSection(conflicts: readonly Conflict[]): readonly string[] {
  if (conflicts.length === 0) return [];
  const blocks = conflicts.map(({ changedAt, changedBy, fields, key, kind, message }) => {
    const values = fields.slice(0, 10).map(({ desired, live, path }) => {
      const [was, want] = [live, desired].map((value) =>
        value === undefined ? 'absent' : markdownCode(valueText(value, 120)),
      );
      return `  - ${markdownCode(path)} live ${was}, files ${want}`;
    });
    const hidden = fields.length - values.length;
    return [
      `- ${markdownCode(`${kind}/${key}`)} ${markdownText(message)}; live value by ${markdownCode(changedBy)} at ${markdownCode(moment(changedAt))}`,
      ...values,
      ...(hidden > 0 ? [`  - ${count(hidden, 'more field')}`] : []),
    ].join('\n');
  });
  return [section('Conflicts', blocks, shares.conflicts, 'conflict')];
}

/** What is felt by somebody first, then what cannot be told; what nobody feels is only counted, in the headline. */
function impactSection(changes: readonly Change[]): readonly string[] {
  const felt = (['some', 'unknown'] as const).flatMap((status) =>
    changes.filter(({ impact }) => impact.status === status).toSorted(compareChanges),
  );
  if (felt.length === 0) return [];
  const lines = felt.map(({ action, impact, key, kind }) => {
    const [first = '', ...more] = impactSentences(impact, 10).map((text) => markdownText(text, 1_000));
    const lead = `- ${action} ${markdownCode(`${kind}/${key}`)}: ${impact.status === 'some' ? `**${first}**` : `unknown, ${first}`}`;
    return [lead, ...more.map((text) => `  - ${text}`)].join('\n');
  });
  return [section('Impact', lines, shares.impact, 'impact')];
}

function section(title: string, blocks: readonly string[], budget: number, noun: string): string {
  const { omitted, text } = fill(blocks, budget);
  const rest = omitted === 0 ? '' : `\n- … and ${count(omitted, `more ${noun}`)}`;
  return `#### ${title}\n\n${text}${rest}`;
}

/** Every change in full, folded by kind. */
function detailSections(
  changes: readonly Change[],
  budget: number,
): { readonly sections: string[]; readonly shown: number } {
  const sections: string[] = [];
  let left = budget;
  let shown = 0;
  for (const [kind, group] of changesByKind(changes)) {
    const heading = `<details><summary>${markdownText(kind, 100)}: ${count(group.length, 'change')}</summary>\n\n`;
    const closing = '\n\n</details>';
    // The fence grows with the longest run of backticks, which the budget cannot know beforehand.
    const blocks = diffBlocks(group);
    const part = fill(
      blocks.map(({ text }) => text),
      left - heading.length - closing.length - 1_000,
    );
    if (part.shown === 0) break;
    const text = heading + fenced('diff', part.text.split('\n')) + closing;
    sections.push(text);
    for (const block of blocks.slice(0, part.shown)) shown += block.changes;
    left -= text.length + 2;
    if (part.omitted > 0) break;
  }
  return { sections, shown };
}
