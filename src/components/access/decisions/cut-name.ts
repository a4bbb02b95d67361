/** Characters kept of a name: any that is longer names nothing here. */
const maximalName = 255;

/** A name that came from outside, short enough to be written down, or to be said back a thousand times in one answer. */
export function cutName(name: string): string {
  return name.length > maximalName ? `${name.slice(0, maximalName - 1).toWellFormed()}…` : name;
}
