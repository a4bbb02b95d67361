import type { TextOptions } from '../text-options.ts';
import { count } from '../text/count.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';

export interface ImportFacts {
  readonly flags: number;
  readonly segments: number;
  readonly written: readonly string[];
  readonly findings: readonly ImportFindingFacts[];
}

export interface ImportFindingFacts {
  readonly code: string;
  readonly effect: 'changed' | 'note';
  readonly of?: string;
  readonly message: string;
}

/** What was imported, and whether anybody may get something else than before. */
export function formatImported({ findings, flags, segments, written }: ImportFacts, { style }: TextOptions): string {
  if (written.length === 0) {
    return style.bad(`Nothing was imported${findings.length === 0 ? ': the export holds no flags' : ''}.`);
  }
  const changed = findings.filter(({ effect }) => effect === 'changed').length;
  const what = segments === 0 ? count(flags, 'flag') : `${count(flags, 'flag')} and ${count(segments, 'segment')}`;
  const head = `${style.good('✓')} Imported ${style.strong(what)} into ${count(written.length, 'file')}.`;
  const shown = written.slice(0, mostFiles).map((path) => `  ${visible(path)}`);
  const more =
    written.length > mostFiles ? [style.faint(`  and ${count(written.length - mostFiles, 'more file')}`)] : [];
  const verdict =
    changed === 0
      ? 'Everybody gets what they got before.'
      : `${count(changed, 'thing')} could not be brought over as ${changed === 1 ? 'it was, and needs' : 'they were, and need'} a look.`;
  return [
    head,
    ...shown,
    ...more,
    '',
    verdict,
    style.faint('dream validate checks the files; dream flags evaluate asks them.'),
  ].join('\n');
}

const mostFiles = 20;

/** By what they are about: those that need a look first, and within them too, then those that are only to be known. */
export function formatImportFindings(findings: readonly ImportFindingFacts[], options: TextOptions): string {
  const bySubject = Map.groupBy(findings.toSorted(byEffect), ({ of }) => of ?? 'the export as a whole');
  return [...bySubject].map(([subject, theirs]) => `\n${formatSubject(subject, theirs, options)}`).join('\n');
}

function formatSubject(
  subject: string,
  findings: readonly ImportFindingFacts[],
  { style, width }: TextOptions,
): string {
  const lines = findings.flatMap(({ code, effect, message }) => {
    const [first = '', ...others] = wrap(visible(message), '    ', width);
    const mark = effect === 'changed' ? style.notice('!') : style.faint('·');
    return [`  ${mark} ${first.trimStart()}`, ...others, `    ${style.faint(code)}`];
  });
  return [style.strong(visible(subject)), ...lines].join('\n');
}

function byEffect(left: ImportFindingFacts, right: ImportFindingFacts): number {
  return rank(left) - rank(right);
}

function rank({ effect }: ImportFindingFacts): number {
  return effect === 'changed' ? 0 : 1;
}
