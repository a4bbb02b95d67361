import type { Granted } from './plan-value.ts';

/** Whether a tenant has less or more than before; both when one part shrinks and another grows. */
export interface Difference {
  readonly less: boolean;
  readonly more: boolean;
  /** Why nobody can say which; then neither is true. */
  readonly open?: string;
}

const same: Difference = { less: false, more: false };

export function compareGranted(before: Granted | null, after: Granted | null): Difference {
  if (before === null || after === null)
    return { less: after === null && before !== null, more: before === null && after !== null };
  if (before.type === 'amount' && after.type === 'amount') return compareAmounts(before, after);
  if (before.type === 'custom' && after.type === 'custom') return compareLevels(before, after);
  // A type cannot change once applied; whoever deletes and makes anew in one changeset takes it away and gives another.
  return before.type === after.type ? same : { less: true, more: true };
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
  const steps = [[before.max, after.max], [after.min, before.min], ...(finite ? [[before.beyond, after.beyond]] : [])];
  if (finite && before.resets !== after.resets) {
    const [was, is] = [renewals.get(before.resets), renewals.get(after.resets)];
    if (was === undefined || is === undefined)
      return {
        ...same,
        open: `whether it is less to count ${before.resets} than ${after.resets} depends on what is used when`,
      };
    steps.push([was, is]);
  }
  return {
    less: steps.some(([was = 0, is = 0]) => is < was),
    more: steps.some(([was = 0, is = 0]) => is > was),
  };
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
  return { less: isLess, more: !isLess };
}
