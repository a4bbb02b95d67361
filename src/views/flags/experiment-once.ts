import type { TextOptions } from '../text-options.ts';
import { signed } from '../text/figure.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';
import { type MeasuredFacts, type MetricFacts, pText } from './experiment-facts.ts';

/** What holds for one look, at a moment that was settled before the start. */
export function onceLines({ measure, variations }: MetricFacts, { style, width }: TextOptions): readonly string[] {
  const scale = measure === 'conversion' ? 100 : 1;
  const unit = measure === 'conversion' ? ' pp' : '';
  const lines = variations.flatMap(({ once, variation }) =>
    once === null ? [] : wrap(`${visible(variation)}: ${testsText(once, scale, unit)}`, '  ', width),
  );
  return lines.length === 0 ? [] : [style.faint('At one look, settled beforehand:'), ...lines];
}

function testsText({ chiSquare, welch }: NonNullable<MeasuredFacts['once']>, scale: number, unit: string): string {
  const tests = [
    ...(welch === null
      ? []
      : [
          `Welch p ${pText(welch.pValue)}, ${signed(welch.interval.from * scale)} to ${signed(welch.interval.to * scale)}${unit}`,
        ]),
    ...(chiSquare === null ? [] : [`chi-square p ${pText(chiSquare.pValue)}`]),
  ];
  return tests.length === 0 ? 'nothing to judge by yet' : tests.join('; ');
}
