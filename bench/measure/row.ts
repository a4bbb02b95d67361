/** One line of the results: what was measured, against what, and what was aimed for. */
export interface Row {
  readonly subject: string;
  readonly ours: string;
  /** The peer or floor of the same run, `–` where the target is a figure of its own. */
  readonly peer: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
}

/** A row whose target is a ratio to the peer; without one it only reports. */
export function ratioRow(
  subject: string,
  unit: string,
  { ours, peer, ratio }: { ours: number; peer: number; ratio: number },
  target: number | null,
): Row {
  return {
    subject,
    ours: `${figure(ours)} ${unit}`,
    peer: `${figure(peer)} ${unit}`,
    measured: ratio >= 1 ? `${figure(ratio)}×` : `1/${figure(1 / ratio)}`,
    target:
      target === null ? 'reported' : target >= 1 ? `≤ ${Number(target.toFixed(2))}×` : `≤ 1/${Math.round(1 / target)}`,
    met: target === null || ratio <= target,
  };
}

/** A row whose target is an upper bound. */
export function boundRow(subject: string, unit: string, value: number, target: number): Row {
  const shown = unit === '' ? figure(value) : `${figure(value)} ${unit}`;
  return {
    subject,
    ours: shown,
    peer: '–',
    measured: shown,
    target: `≤ ${target}${unit === '' ? '' : ` ${unit}`}`,
    met: value <= target,
  };
}

/** A row that reports without judging. */
export function reportRow(subject: string, unit: string, value: number): Row {
  return {
    subject,
    ours: `${figure(value)} ${unit}`,
    peer: '–',
    measured: `${figure(value)} ${unit}`,
    target: 'reported',
    met: true,
  };
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
