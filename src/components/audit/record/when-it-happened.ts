/** As `date-time` of JSON Schema allows it, which is more than JavaScript reads: `2026-11-21 10:00:60+05`. */
const dateTime = /^(\d{4}-\d\d-\d\d)[Tt\s](\d\d:\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-]\d\d):?(\d\d)?)$/u;

/**
 * The moment that a timestamp tells, as entries write it; undefined when it is, in UTC, not within the years 1 to 9999.
 * A leap second is told as the one before it, as no clock of ours has any.
 */
export function whenItHappened(timestamp: string): string | undefined {
  const [, day, minute, second, fraction = '', hours, minutes = '00'] = dateTime.exec(timestamp) ?? [];
  const offset = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const moment = new Date(`${day}T${minute}:${second === '60' ? '59' : second}${fraction}${offset}`);
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999 ? moment.toISOString() : undefined;
}
