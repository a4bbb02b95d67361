/*
 * Versions as https://semver.org has them, with a `v` before them or with the minor and patch number left out if need
 * be: `v2` is `2.0.0`. One version is read at a time, into the variables of this file, so that reading allocates nothing.
 */

/** Major, minor and patch number of the version read last. */
export const versionParts: Float64Array = new Float64Array(3);

/** Where the pre-release of the version read last begins and ends in its text; nowhere when both are 0. */
let preFrom = 0;
let preTo = 0;

const longest = 256;
const dot = 46;
const hyphen = 45;
const plus = 43;

let lastText = '';
let isLastVersion = false;

/** Reads a version; false when the text is none. Rules often compare the same one several times over. */
export function readVersion(text: string): boolean {
  if (text !== lastText) {
    lastText = text;
    isLastVersion = readAnew(text);
  }
  return isLastVersion;
}

function readAnew(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > longest) return false;
  const first = text.charCodeAt(0);
  let at = first === 118 || first === 86 ? 1 : 0;
  versionParts.fill(0);
  preFrom = 0;
  preTo = 0;
  for (let part = 0; ; part += 1) {
    const from = at;
    let number = 0;
    for (; at < length && isDigit(text.charCodeAt(at)); at += 1) number = number * 10 + text.charCodeAt(at) - 48;
    if (at === from || (at > from + 1 && text.charCodeAt(from) === 48) || number > Number.MAX_SAFE_INTEGER)
      return false;
    versionParts[part] = number;
    if (part === 2 || text.charCodeAt(at) !== dot) break;
    at += 1;
  }
  if (text.charCodeAt(at) === hyphen) {
    preFrom = at + 1;
    preTo = identifiersEnd(text, preFrom, true);
    if (preTo < 0) return false;
    at = preTo;
  }
  if (text.charCodeAt(at) === plus) at = identifiersEnd(text, at + 1, false);
  return at === length;
}

/** Below 0 when the pre-release of the version read last comes before the other; a release comes after both. */
export function comparePre(text: string, other: readonly (string | number)[]): number {
  if (preTo === 0) return other.length === 0 ? 0 : 1;
  if (other.length === 0) return -1;
  let from = preFrom;
  for (const wanted of other) {
    if (from > preTo) return -1;
    let to = from;
    while (to < preTo && text.charCodeAt(to) !== dot) to += 1;
    const order = compareIdentifier(text, from, to, wanted);
    if (order !== 0) return order;
    from = to + 1;
  }
  return from > preTo ? 0 : 1;
}

/** Numbers by size and before texts; texts by their characters. */
function compareIdentifier(text: string, from: number, to: number, wanted: string | number): number {
  let number = 0;
  for (let at = from; at < to && number >= 0; at += 1) {
    const code = text.charCodeAt(at);
    number = isDigit(code) ? number * 10 + code - 48 : -1;
  }
  if (number >= 0) return typeof wanted === 'number' ? number - wanted : -1;
  if (typeof wanted === 'number') return 1;
  for (let at = from; at < to && at - from < wanted.length; at += 1) {
    const difference = text.charCodeAt(at) - wanted.charCodeAt(at - from);
    if (difference !== 0) return difference;
  }
  return to - from - wanted.length;
}

/** Where identifiers of letters, digits and hyphens end, with dots between them; −1 when one is empty or no number. */
function identifiersEnd(text: string, begin: number, isPre: boolean): number {
  let from = begin;
  let isNumber = true;
  for (let at = begin; ; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) continue;
    if (isLetter(code) || code === hyphen) {
      isNumber = false;
      continue;
    }
    if (at === from) return -1;
    if (isPre && isNumber && !isUsualNumber(text, from, at)) return -1;
    if (code !== dot) return at;
    from = at + 1;
    isNumber = true;
  }
}

/** Without a needless zero in front, and not longer than a double holds exactly. */
function isUsualNumber(text: string, from: number, to: number): boolean {
  return to - from === 1 || (text.charCodeAt(from) !== 48 && to - from <= 15);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
