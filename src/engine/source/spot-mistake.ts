import { singleQuoted } from './yaml-text.ts';

/** A mistake that people make often, at the place where they would mend it. Offsets are into the text. */
export interface SpottedMistake {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
  readonly hint: string;
}

/**
 * Looks at what was written where the parser gave up, for mistakes that it describes in its own terms: it
 * speaks of aliases where somebody wrote a `*`. Null when nothing common is to be seen.
 */
export function spotMistake(text: string, offset: number, reason: string): SpottedMistake | null {
  return (
    controlCharacter(text, offset, reason) ??
    bareStar(text, offset) ??
    bareVariable(text, offset) ??
    missingSpace(text, offset) ??
    shiftedLine(text, offset, reason)
  );
}

function controlCharacter(text: string, offset: number, reason: string): SpottedMistake | null {
  if (!/valid JSON character|non-printable|control character/.test(reason)) return null;
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
  control.lastIndex = Math.max(0, text.lastIndexOf('\n', offset - 1));
  const from = control.exec(text)?.index ?? offset;
  const code = (text.codePointAt(from) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const hint = 'Remove it, or write it as an escape in double quotes.';
  return { from, to: from + 1, reason: `the control character U+${code} cannot stand in it`, hint };
}

/** `[*]`, `[ *, read ]`, `- *:read`: a `*` begins an alias. */
function bareStar(text: string, offset: number): SpottedMistake | null {
  const start = lineStart(text, offset);
  for (const match of lineAt(text, start).matchAll(/(?<=(?:^|[\s,[{:-])\s*)([*&])(?=[\s,\]}:.*/]|$)[^\s,\]}#]*/g)) {
    if (isInQuotes(lineAt(text, start), match.index)) continue;
    const from = start + match.index;
    const hint = `Put quotes around it: ${singleQuoted(match[0])}.`;
    const what = match[1] === '*' ? 'an alias' : 'an anchor';
    return {
      from,
      to: from + match[0].length,
      reason: `\`${match[1] ?? ''}\` begins ${what} here, and no name follows`,
      hint,
    };
  }
  return null;
}

/** `[${vars.x}:read]`, `{ monthly: ${vars.x} }`: braces mean something inside of brackets and braces. */
function bareVariable(text: string, offset: number): SpottedMistake | null {
  const start = lineStart(text, offset);
  const line = lineAt(text, start);
  for (const match of line.matchAll(/\$\{[^{}\n]*\}?[^\s,\]}]*/g)) {
    const before = line.slice(0, match.index);
    if (isInQuotes(line, match.index) || !/[[{]/.test(before.replaceAll(/\$\{[^{}]*\}/g, ''))) continue;
    const from = start + match.index;
    const hint = `Put quotes around it: ${singleQuoted(match[0])}.`;
    return { from, to: from + match[0].length, reason: 'a `${…}` inside of `[ ]` or `{ }` needs quotes', hint };
  }
  return null;
}

/** `key:x` is a text to YAML; it shows when the next line begins a field. */
function missingSpace(text: string, offset: number): SpottedMistake | null {
  let start = lineStart(text, offset);
  for (let line = 0; line < 3; line++) {
    const content = lineAt(text, start);
    const match = /^(\s*(?:- +)?)([A-Za-z_][\w.-]*):([^\s:/][^\s]*)\s*(?:#.*)?$/.exec(content);
    if (match !== null && !/:\s/.test(content)) {
      const [, indent = '', field = '', value = ''] = match;
      const from = start + indent.length;
      const hint = `Write \`${field}: ${value}\`.`;
      return { from, to: from + field.length + 1 + value.length, reason: 'a space is missing after the `:`', hint };
    }
    if (start === 0) return null;
    start = lineStart(text, start - 1);
  }
  return null;
}

/** A field that stands a little further right than the one before it, which has a value already. */
function shiftedLine(text: string, offset: number, reason: string): SpottedMistake | null {
  if (!/mapping entry|mapping values|multiline key|implicit key|block mapping/.test(reason)) return null;
  const start = lineStart(text, offset);
  const line = lineAt(text, start);
  const match = /^( +)([A-Za-z_"'][^:\n]*):(?:\s|$)/.exec(line);
  if (match === null || start === 0) return null;
  const [, indent = '', name = ''] = match;
  const previous = lineAt(text, lineStart(text, start - 1));
  const [before = ''] = /^ */.exec(previous) ?? [];
  if (before.length === indent.length || !/^\s*(?:- +)?[^#\s][^:\n]*:\s+[^\s#|>]/.test(previous)) return null;
  if (line.slice(match[0].length).includes(': ') && offset - start > match[0].length) return null;
  const from = start + indent.length;
  const hint = 'Fields of one mapping start in the same column.';
  return {
    from,
    to: from + name.length,
    reason: `this line is indented by ${indent.length}, the one before it by ${before.length}`,
    hint,
  };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, Math.min(end === -1 ? text.length : end, start + 2_000));
}

function isInQuotes(line: string, index: number): boolean {
  const before = line.slice(0, index).replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, '');
  return /(?:^|[\s[{,:-])["'][^"']*$/.test(before);
}
