const [point, colon, zed, zero] = [0x2e, 0x3a, 0x5a, 0x30];
const [minute, hour] = [60_000, 3_600_000];

/** Reads instants, and the day of each once: entries stand in the order of time. */
export class Instants {
  #day = '';
  #begin = Number.NaN;

  /** Milliseconds since 1970; undefined for a time that is none: it was told by somebody else. */
  millisecondsOf(instant: string): number | undefined {
    const within = withinDay(instant);
    const time = within === -1 ? Number.NaN : this.#beginOf(instant.slice(0, 11)) + within;
    const known = Number.isNaN(time) ? Date.parse(instant) : time;
    return Number.isNaN(known) ? undefined : known;
  }

  /** @param day `2026-01-31T` */
  #beginOf(day: string): number {
    if (day !== this.#day) {
      this.#day = day;
      this.#begin = Date.parse(`${day}00:00:00.000Z`);
    }
    return this.#begin;
  }
}

/** Milliseconds from the beginning of the day in `2026-01-31T12:34:56.789Z`; -1 for what is not written like that. */
function withinDay(instant: string): number {
  if (instant.length !== 24 || instant.charCodeAt(23) !== zed || instant.charCodeAt(19) !== point) return -1;
  if (instant.charCodeAt(13) !== colon || instant.charCodeAt(16) !== colon) return -1;
  const [hours, minutes, seconds] = [digits(instant, 11, 2), digits(instant, 14, 2), digits(instant, 17, 2)];
  const rest = digits(instant, 20, 3);
  if (hours > 23 || minutes > 59 || seconds > 59 || rest > 999) return -1;
  return hours * hour + minutes * minute + seconds * 1000 + rest;
}

/** Infinite where anything else stands among them. */
function digits(text: string, from: number, amount: number): number {
  let number = 0;
  for (let at = from; at < from + amount; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return Infinity;
    number = number * 10 + digit;
  }
  return number;
}
