import { YAMLException } from 'js-yaml';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { state } from '../diagnostic/statement.ts';
import { maximumDepth } from './construct-documents.ts';
import { findOpener, isClosedLater } from './find-opener.ts';
import { spotMistake } from './spot-mistake.ts';
import type { SourceText } from './source-text.ts';
import type { Segment } from './yaml-document.ts';

/** Words what the parser stumbled over, at the place a person would mend rather than where the parser gave up. */
export function explainSyntax(source: SourceText, segment: Segment, failure: unknown): Diagnostic {
  const text = source.text.slice(segment.from, segment.to);
  const offset = failure instanceof YAMLException ? Math.min(failure.mark?.position ?? 0, text.length) : 0;
  const reason = failure instanceof YAMLException ? failure.reason : 'it is too large to be parsed';
  const at = (from: number, to: number) => source.range(segment.from + from, segment.from + to);

  if (reason.startsWith('nesting exceeded')) {
    return { ...state('yaml/too-deep', { limit: maximumDepth }), at: at(offset, offset + 1) };
  }
  const spotted = spotMistake(text, offset, reason);
  if (spotted !== null) {
    const { from, to, reason: words, hint } = spotted;
    return { ...state('yaml/syntax', { reason: words }, { hint }), at: at(from, to) };
  }
  const tab = indentationTab(text, offset);
  if (tab !== null) return { ...state('yaml/tab', {}, { hint: 'Indent with spaces.' }), at: at(tab, tab + 1) };
  if (unclosedReasons.some((unclosed) => reason.startsWith(unclosed))) {
    const opener = findOpener(text, offset);
    if (opener !== null) {
      const parameters = { opener: text.charAt(opener) };
      const isClosed = isClosedLater(text, opener);
      const hint = 'What it holds, and its end, must be indented more than the field it belongs to.';
      const statement = isClosed ? state('yaml/indentation', parameters, { hint }) : state('yaml/unclosed', parameters);
      return { ...statement, at: isClosed ? at(offset, tokenEnd(text, offset)) : at(opener, opener + 1) };
    }
  }
  const worded = wordReason(reason, text, offset);
  return {
    ...state('yaml/syntax', { reason: worded.reason }, { hint: worded.hint }),
    at: at(offset, tokenEnd(text, offset)),
  };
}

const unclosedReasons = [
  'deficient indentation',
  'unexpected end of the stream',
  'unexpected end of the document',
  'missed comma',
];

interface Wording {
  readonly reason: string;
  readonly hint?: string;
}

function wordReason(reason: string, text: string, offset: number): Wording {
  const character = text.charAt(offset);
  if (
    character !== '' &&
    '@`%'.includes(character) &&
    /[:\-[{,]\s*$/.test(text.slice(Math.max(0, offset - 200), offset))
  ) {
    return { reason: `a value cannot begin with \`${character}\``, hint: 'Put quotes around the value.' };
  }
  if (reason === 'bad indentation of a mapping entry') {
    const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    if (/:\s\S/.test(before) && character === ':') {
      return { reason: 'a second `:` on the same line', hint: 'Put quotes around a value that contains `: `.' };
    }
    if (before.trim() !== '') {
      return {
        reason: 'text that is not expected here',
        hint: 'If it belongs to the value before it, put quotes around the whole value.',
      };
    }
    return {
      reason: 'this line is indented differently from the lines it belongs to',
      hint: 'Fields of one mapping start in the same column.',
    };
  }
  if (reason === 'bad indentation of a sequence entry') {
    return {
      reason: 'this list entry is indented differently from the ones before it',
      hint: 'Entries of one list start in the same column.',
    };
  }
  if (reason === 'end of the stream or a document separator is expected') {
    return {
      reason: 'this does not fit to the lines before it',
      hint: 'A mapping, a list and a plain text cannot follow each other at the same level.',
    };
  }
  if (reason === 'unknown escape sequence') {
    return {
      reason: 'this escape is not known in double quotes',
      hint: 'Use single quotes, in which a backslash stands for itself.',
    };
  }
  return { reason };
}

/** The first tab in the indentation of the line at `offset`, or of the line before it that holds text. */
function indentationTab(text: string, offset: number): number | null {
  let end = offset;
  for (let line = 0; line < 2; line++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const indentation = /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0] ?? '';
    const tab = indentation.indexOf('\t');
    if (tab !== -1) return start + tab;
    if (start === 0 || text.slice(start, end).trim() !== '') return null;
    end = start - 1;
  }
  return null;
}

function tokenEnd(text: string, offset: number): number {
  const token = /^[^\s,[\]{}:#]+/.exec(text.slice(offset, offset + 80))?.[0] ?? '';
  return Math.min(text.length, offset + Math.max(1, token.length));
}
