/** The time for which something is counted together. */
export interface Period {
  /** Its kind: `hourly` … `annually`, `never`. */
  readonly resets: string;
  readonly start: Date;
  /** When the next begins; null: never. */
  readonly end: Date | null;
}

/**
 * The period that holds `now`, in UTC: hours, days, weeks from Monday, months and years of the calendar. A tenant's
 * billing `period` is a calendar month, since nobody keeps billing periods yet.
 */
export function periodAt(resets: string, now: Date): Period {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const from = (start: number, end: number): Period => ({ resets, start: new Date(start), end: new Date(end) });
  switch (resets) {
    case 'hourly':
      return from(Date.UTC(year, month, day, now.getUTCHours()), Date.UTC(year, month, day, now.getUTCHours() + 1));
    case 'daily':
      return from(Date.UTC(year, month, day), Date.UTC(year, month, day + 1));
    case 'weekly': {
      const monday = day - ((now.getUTCDay() + 6) % 7);
      return from(Date.UTC(year, month, monday), Date.UTC(year, month, monday + 7));
    }
    case 'annually':
      return from(Date.UTC(year, 0), Date.UTC(year + 1, 0));
    case 'never':
      return { resets, start: new Date(0), end: null };
    default:
      return { ...from(Date.UTC(year, month), Date.UTC(year, month + 1)), resets: 'monthly' };
  }
}
