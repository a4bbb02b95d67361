/** `1 change`, `12,480 changes`. */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(amount)} ${amount === 1 ? noun : plural}`;
}

/** Thousands set apart: 12,480. */
export function grouped(amount: number): string {
  return String(amount).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** `a, b and c`; of more than `limit` names the first ones and how many are left out. */
export function listed(names: readonly string[], limit = names.length): string {
  const shown = names.slice(0, limit);
  const hidden = names.length - shown.length;
  if (hidden > 0) return `${shown.join(', ')} and ${grouped(hidden)} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
