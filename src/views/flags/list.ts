import type { Style } from '../style.ts';
import type { TextOptions } from '../text-options.ts';
import { count } from '../text/count.ts';
import { table } from '../text/table.ts';
import { visible } from '../text/visible.ts';
import { widthOf } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';

export interface ListedFlagFacts {
  readonly key: string;
  readonly owner: string | null;
  readonly expires: string | null;
  readonly entitlement: string | null;
  readonly environments: readonly { readonly environment: string; readonly state: string }[];
}

/** `environments`: those that have a column, in order. Where the terminal is too narrow for that, each flag has lines of its own. */
export function formatFlags(
  flags: readonly ListedFlagFacts[],
  environments: readonly string[],
  { style, width }: TextOptions,
): string {
  if (flags.length === 0) return 'No flag fits.';
  const rows = flags.map((flag) => [
    visible(flag.key),
    ...environments.map((name) => stateText(stateIn(flag, name), style)),
    visible(flag.owner ?? '–'),
    flag.expires ?? '–',
    visible(flag.entitlement ?? '–'),
  ]);
  const names = environments.map((name) => visible(name).toUpperCase());
  const wide = table(['KEY', ...names, 'OWNER', 'EXPIRES', 'ENTITLEMENT'], rows, style);
  const fits = wide.every((line) => widthOf(line) <= width);
  const lines = fits ? wide : flags.flatMap((flag) => flagLines(flag, { style, width }));
  return [...lines, style.faint(count(flags.length, 'flag'))].join('\n');
}

function flagLines(flag: ListedFlagFacts, { style, width }: TextOptions): readonly string[] {
  const states = flag.environments.map(({ environment, state }) => `${visible(environment)} ${visible(state)}`);
  const facts = [
    ...(flag.owner === null ? [] : [`owner ${visible(flag.owner)}`]),
    ...(flag.expires === null ? [] : [`expires ${flag.expires}`]),
    ...(flag.entitlement === null ? [] : [`entitlement ${visible(flag.entitlement)}`]),
  ];
  return [style.strong(visible(flag.key)), ...wrap([...states, ...facts].join(', '), '  ', width)];
}

function stateIn({ environments }: ListedFlagFacts, name: string): string | undefined {
  return environments.find(({ environment }) => environment === name)?.state;
}

function stateText(state: string | undefined, style: Style): string {
  switch (state) {
    case undefined:
      return '–';
    case 'on':
      return style.good('on');
    default:
      return style.faint(visible(state));
  }
}
