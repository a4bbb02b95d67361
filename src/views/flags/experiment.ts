import type { Style } from '../style.ts';
import type { TextOptions } from '../text-options.ts';
import { count, grouped } from '../text/count.ts';
import { figure, signed } from '../text/figure.ts';
import { moment } from '../text/moment.ts';
import { table } from '../text/table.ts';
import { visible } from '../text/visible.ts';
import { widthOf } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { type MeasuredFacts, type MetricFacts, type ExperimentFacts, pText } from './experiment-facts.ts';
import { onceLines } from './experiment-once.ts';

export interface ExperimentTextOptions extends TextOptions {
  /** Also what holds for one look alone. */
  readonly once: boolean;
}

export function formatExperiment(facts: ExperimentFacts, options: ExperimentTextOptions): string {
  const { style, width } = options;
  const title = `${style.strong(visible(facts.flag))}  ${style.faint(`${visible(facts.environment)}, ${periodText(facts)}`)}`;
  if (facts.units + facts.quarantined === 0) {
    return [
      title,
      '',
      ...wrap('Nobody has taken part yet, as far as anybody has reported.', '', width),
      ...keptLines(facts, options),
    ].join('\n');
  }
  const blocks = [
    [title, ...divisionLines(facts, options)],
    ...facts.metrics.map((metric) => metricLines(metric, facts, options)),
    [...wrap(explanation(facts), '', width).map(style.faint), ...keptLines(facts, options)],
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function periodText({ end, now, start }: ExperimentFacts): string {
  if (end !== null && end <= now) return `ended ${moment(end)}`;
  if (start > now) return `starts ${moment(start)}`;
  const since = `running since ${moment(start)}`;
  return end === null ? since : `${since}, ends ${moment(end)}`;
}

/** Who was dealt what, and whether that is as it should be. */
function divisionLines(facts: ExperimentFacts, { style, width }: TextOptions): readonly string[] {
  const { quarantined, sampleRatio, units, variations } = facts;
  const rows = variations.map(({ expectedShare, units: some, variation }) => [
    visible(variation),
    grouped(some),
    units === 0 ? '–' : percent(some / units),
    expectedShare === null ? '–' : percent(expectedShare),
  ]);
  const lines = ['', ...table(['VARIATION', 'UNITS', 'SHARE', 'EXPECTED'], rows, style)];
  if (quarantined > 0)
    lines.push(
      ...wrap(
        `${count(quarantined, 'more unit')} had more than one variation, and ${quarantined === 1 ? 'counts' : 'count'} for none.`,
        '',
        width,
      ),
    );
  if (sampleRatio === null) return lines;
  const p = `p ${pText(sampleRatio.pValue)}`;
  const fine = `Units are divided as the rollout says, as far as can be told (${p}).`;
  if (!sampleRatio.mismatch) return [...lines, ...wrap(fine, '', width).map(style.faint)];
  const alarm = `✗ Units are not divided as the rollout says (${p}): something is lost on the way. Trust no metric until it is found.`;
  return [...lines, '', ...wrap(alarm, '', width).map(style.bad)];
}

function metricLines(
  metric: MetricFacts,
  { confidence, control }: ExperimentFacts,
  options: ExperimentTextOptions,
): readonly string[] {
  const { style, width } = options;
  const of =
    metric.property === null ? visible(metric.event) : `${visible(metric.property)} of ${visible(metric.event)}`;
  const title = `${style.strong(visible(metric.key))}  ${style.faint(`${metric.measure} of ${of}, to ${metric.goal}`)}`;
  // Of a mean, those who did nothing are left out; of all else, units are those that were dealt the variation.
  const isOfSome = metric.measure === 'mean';
  const headings = [
    'VARIATION',
    ...(isOfSome ? ['UNITS'] : []),
    'MEAN',
    'DIFFERENCE',
    `${percent(confidence)} INTERVAL`,
  ];
  const rows = metric.variations.map((one) => [
    visible(one.variation),
    ...(isOfSome ? [grouped(one.units)] : []),
    ...cells(one, metric, style),
  ]);
  const wide = table([...headings, 'LIFT', 'P', 'VERDICT'], rows, style);
  const lines = wide.every((line) => widthOf(line) <= width)
    ? wide
    : rows.flatMap((row) => stacked(row, [...headings, 'LIFT', 'p'], width));
  const without =
    control === null ? wrap('No variation is the control: name one in `experiment.control`.', '', width) : [];
  return [title, ...lines, ...without, ...(options.once ? onceLines(metric, options) : [])];
}

function cells(
  { comparison, mean, units, verdict }: MeasuredFacts,
  { measure }: MetricFacts,
  style: Style,
): readonly string[] {
  const isRate = measure === 'conversion';
  const shown = units === 0 ? '–' : isRate ? percent(mean) : figure(mean);
  const verdictText = {
    control: 'control',
    better: style.good('better'),
    worse: style.bad('worse'),
    undecided: style.faint('undecided'),
  }[verdict];
  if (comparison === null) return [shown, '–', '–', '–', '–', verdictText];
  const { correctedPValue, difference, interval, lift } = comparison;
  const scale = isRate ? 100 : 1;
  return [
    shown,
    `${signed(difference * scale)}${isRate ? ' pp' : ''}`,
    `${signed(interval.from * scale)} to ${signed(interval.to * scale)}`,
    lift === null ? '–' : `${signed(lift * 100)} %`,
    pText(correctedPValue),
    verdictText,
  ];
}

/** One variation where the terminal is too narrow for a table. */
function stacked(row: readonly string[], headings: readonly string[], width: number): readonly string[] {
  const facts = headings.flatMap((heading, column) => {
    const cell = row[column] ?? '–';
    // What belongs together stays on one line.
    return column === 0 || cell === '–' ? [] : [`${heading.toLowerCase()} ${cell}`.replaceAll(' ', '\u00a0')];
  });
  const lines = wrap(facts.join(', '), '  ', width).map((line) => line.replaceAll('\u00a0', ' '));
  return [`${row[0] ?? ''}: ${row.at(-1) ?? ''}`, ...lines];
}

function explanation({ metrics }: ExperimentFacts): string {
  const points = metrics.some(({ measure }) => measure === 'conversion') ? ' pp are percentage points.' : '';
  return `Intervals and p hold however often you look; p is corrected for all metrics and variations, after Holm, and decides below 0.05.${points}`;
}

function keptLines({ cut, keptUntil, now }: ExperimentFacts, { style, width }: TextOptions): readonly string[] {
  const lost = [
    ...(cut.exposures === null ? [] : [`units up to ${moment(cut.exposures)}`]),
    ...(cut.observations === null ? [] : [`what units did up to ${moment(cut.observations)}`]),
  ];
  const missing = `! The environment kept too much: ${lost.join(' and ')} may be missing, so that sums and counts are too low.`;
  const until =
    keptUntil === null
      ? ''
      : keptUntil <= now
        ? `What was reported was forgotten on ${moment(keptUntil)}.`
        : `What was reported is kept until ${moment(keptUntil)}.`;
  return [
    ...(lost.length === 0 ? [] : wrap(missing, '', width).map(style.notice)),
    ...(until === '' ? [] : wrap(until, '', width).map(style.faint)),
  ];
}

function percent(share: number): string {
  return `${figure(share * 100)} %`;
}
