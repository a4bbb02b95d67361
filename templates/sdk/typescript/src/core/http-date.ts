/**
 * Milliseconds since 1970 of a date as HTTP has them: as it is written now, and in two older forms. `undefined` where it is
 * none, or no such day or time exists.
 */
export function readHttpDate(text: string, now: number): number | undefined {
  const written = text
    .replace(
      /^([A-Z][a-z]{2})[a-z]*day, (\d\d)-([A-Z][a-z]{2})-(\d\d) /,
      (_, weekday: string, day: string, month: string, year: string) =>
        `${weekday}, ${day} ${month} ${fullYear(Number(year), now)} `,
    )
    .replace(
      /^([A-Z][a-z]{2}) ([A-Z][a-z]{2}) ([ \d]\d) ([\d:]{8}) (\d{4})$/,
      (_, weekday: string, month: string, day: string, time: string, year: string) =>
        `${weekday}, ${day.replace(' ', '0')} ${month} ${year} ${time} GMT`,
    );
  const instant = Date.parse(written);
  // Platforms read much else as a date, and take the 31st of February for a day of March. Weekdays are not counted.
  const isDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),/.test(written) && !Number.isNaN(instant);
  return isDate && new Date(instant).toUTCString().slice(3) === written.slice(3) ? instant : undefined;
}

/** What would be more than 50 years ahead is of the century before. */
function fullYear(year: number, now: number): number {
  const thisYear = new Date(now).getUTCFullYear();
  const ofThisCentury = thisYear - (thisYear % 100) + year;
  return ofThisCentury > thisYear + 50 ? ofThisCentury - 100 : ofThisCentury;
}
