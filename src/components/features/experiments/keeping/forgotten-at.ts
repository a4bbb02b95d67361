/** Days for which is kept what was reported of an experiment that is over, or of a flag that is gone. */
const keptDays = 90;
const day = 86_400_000;

/** The moment `keptDays` before. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - keptDays * day);
}

/** When is forgotten what was reported of an experiment. Null: it goes on, as far as anybody has said. */
export function forgottenAt({
  archived,
  end,
}: {
  /** Since when the flag is archived; null: it is not. */
  readonly archived: Date | null;
  readonly end: Date | null;
}): Date | null {
  const over = [archived, end].flatMap((moment) => (moment === null ? [] : [moment.getTime()]));
  return over.length === 0 ? null : new Date(Math.min(...over) + keptDays * day);
}
