/**
 * The seconds that a `Retry-After` asks for: decimal digits, or a date as HTTP writes it now or wrote it before, which asks for
 * nothing once it has passed. `undefined` where it is absent or cannot be read.
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const instant = readHttpDate(text, now);
  return instant === undefined ? undefined : Math.max(0, (instant - now) / 1000);
}

/** Milliseconds since 1970; `undefined` where it is no date, or no such day or time exists. Weekdays are not counted. */
function readHttpDate(text: string, now: number): number | undefined {
  const thisYear = new Date(now).getUTCFullYear();
  const written = text
    .replace(
      /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\d\d)-(\w{3})-(\d\d) /,
      (_, day: string, month: string, digits: string) => {
        const year = thisYear - (thisYear % 100) + Number(digits);
        // What would be more than 50 years ahead is of the century before.
        return `Sun, ${day} ${month} ${year > thisYear + 50 ? year - 100 : year} `;
      },
    )
    .replace(/^(\w{3} \w{3})  /, '$1 0')
    .replace(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\w{3}) (\d\d) (\S+) (\d{4})$/, 'Sun, $2 $1 $4 $3 GMT');
  const instant = Date.parse(written);
  // Platforms read much else as a date, and take the 31st of February for a day of March.
  const isDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} /.test(written);
  return isDate && new Date(instant).toUTCString().slice(3) === written.slice(3) ? instant : undefined;
}
