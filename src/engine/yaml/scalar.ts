import type { Json } from '../json.ts';

/** A value without fields or items, whose further lines begin with `indent`. */
export function scalar(value: Json, indent: string): string {
  if (typeof value === 'string') return inParagraphs(value, indent) ?? inLine(value);
  // Readers of YAML 1.1 see a number in 1e21 only with a point.
  if (typeof value === 'number') return JSON.stringify(value).replace(/^(-?\d+)e/u, '$1.0e');
  return JSON.stringify(value);
}

/** The text on one line. */
export function inLine(text: string): string {
  if (plain.test(text) && !taken.test(text)) return text;
  return JSON.stringify(text).replaceAll(
    unprintable,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Begins like a word or a path, holds neither `: ` nor ` #`, and does not end in a space or a colon. */
const plain =
  /^[A-Za-z_/$^(](?:[!-9;-~\u{a1}-\u{2027}\u{202a}-\u{d7ff}\u{e000}-\u{fefe}\u{ff00}-\u{fffd}\u{10000}-\u{10ffff}]|:(?=[^\s:])|[ ](?=[^\s#:]))*$/u;

/** What some reader takes for null, a boolean or the end of a number. */
const taken = /^(?:null|true|false|yes|no|on|off|y|n|e[-+]?[\d_]+)$/iu;

const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** As it reads, where a literal block says all of it: no blank at its beginning, one line end at most at its end. */
function inParagraphs(text: string, indent: string): string | undefined {
  if (!text.includes('\n') || !literal.test(text)) return undefined;
  const isEnded = text.endsWith('\n');
  const lines = (isEnded ? text.slice(0, -1) : text).split('\n');
  return [isEnded ? '|' : '|-', ...lines.map((line) => (line === '' ? '' : indent + line))].join('\n');
}

const literal =
  /^[!-~\u{a1}-\u{2027}\u{202a}-\u{d7ff}\u{e000}-\u{fefe}\u{ff00}-\u{fffd}\u{10000}-\u{10ffff}][\n -~\u{a1}-\u{2027}\u{202a}-\u{d7ff}\u{e000}-\u{fefe}\u{ff00}-\u{fffd}\u{10000}-\u{10ffff}]*(?<!\n\n)(?<! )$/u;
