import type { Granted } from './plan-value.ts';

/** Whether a tenant has less or more than before; both when one part shrinks and another grows. */
export interface Difference {
  readonly less: boolean;
  readonly more: boolean;
  /** Whether it is the limit that got lower or stricter, and not only the least that must be taken higher. */
  readonly lower: boolean;
  /** Why nobody can say whether it is less or more besides. */
  readonly open?: string;
}

const same: Difference = { less: false, more: false, lower: false };

export function compareGranted(before: Granted | null, after: Granted | null): Difference {
  if (before === null || after === null)
    return wholly({ less: after === null && before !== null, more: before === null && after !== null });
  if (before.type === 'amount' && after.type === 'amount') return compareAmounts(before, after);
  if (before.type === 'custom' && after.type === 'custom') return compareLevels(before, after);
  // A type cannot change once applied; whoever deletes and makes anew in one changeset takes it away and gives another.
  return before.type === after.type ? same : wholly({ less: true, more: true });
}

function wholly({ less, more }: Pick<Difference, 'less' | 'more'>): Difference {
  return { less, more, lower: less };
}

type Amount = Granted & { readonly type: 'amount' };
type Level = Granted & { readonly type: 'custom' };

/** How often the same number is granted anew in a year. */
const renewals = new Map([
  ['hourly', 8766],
  ['daily', 365],
  ['weekly', 52],
  ['monthly', 12],
  ['annually', 1],
]);

/** What is unlimited is never exceeded and never needs to be granted anew. */
function compareAmounts(before: Amount, after: Amount): Difference {
  const finite = Number.isFinite(before.max) && Number.isFinite(after.max);
  const steps = [[before.max, after.max], ...(finite ? [[before.beyond, after.beyond]] : [])];
  const [was, is] = [before, after].map(({ resets }) => renewals.get(resets));
  const counted = finite && before.resets !== after.resets;
  if (counted && was !== undefined && is !== undefined) steps.push([was, is]);
  const lower = steps.some(([from = 0, to = 0]) => to < from);
  const difference = {
    less: lower || after.min > before.min,
    more: steps.some(([from = 0, to = 0]) => to > from) || after.min < before.min,
    lower,
  };
  if (!counted || (was !== undefined && is !== undefined)) return difference;
  const open = `whether it is less to count ${before.resets} than ${after.resets} depends on what is used when`;
  return { ...difference, open };
}

function compareLevels(before: Level, after: Level): Difference {
  if (before.level === after.level) return same;
  const order = [after.levels, before.levels].find(
    (levels) => levels.includes(before.level) && levels.includes(after.level),
  );
  if (order === undefined)
    return {
      ...same,
      open: `whether ${after.level} is less than ${before.level} is not said: no \`levels\` hold both`,
    };
  const isLess = order.indexOf(after.level) < order.indexOf(before.level);
  return wholly({ less: isLess, more: !isLess });
}
