import { type CST, type Document, isMap, isSeq, visit } from 'yaml';
import { lineBreakOf } from './line-break.ts';

/** What the text of a file shows of its layout. */
export interface TextStyle {
  readonly lineBreak: '\r\n' | '\n';
  /** `{ a: 1 }` and not `{a: 1}`; the same for `[ a ]`. */
  readonly spaceInBraces: boolean;
  readonly spaceInBrackets: boolean;
}

/** How a document is laid out, so that what is written into it looks like the rest. */
export interface FileStyle extends TextStyle {
  /** Spaces by which a mapping stands further in than its key. */
  readonly step: number;
  /** Lists stand further in than their key. */
  readonly indentLists: boolean;
}

export function textStyleOf(text: string): TextStyle {
  return {
    lineBreak: lineBreakOf(text),
    spaceInBraces: !/(?<!\$)\{[^\s}]/u.test(text),
    spaceInBrackets: /[:-] \[ /u.test(text),
  };
}

export function styleOf(document: Document.Parsed, text: TextStyle): FileStyle {
  let step: number | undefined;
  let listStep: number | undefined;
  visit(document, {
    Pair(_, { value }, ancestors) {
      const parent = ancestors.at(-1);
      const outer = isMap(parent) ? indentOf(parent.srcToken) : undefined;
      if (outer === undefined) return;
      if (isMap(value) && value.flow !== true) step ??= (indentOf(value.srcToken) ?? outer + 2) - outer;
      if (isSeq(value) && value.flow !== true) listStep ??= (indentOf(value.srcToken) ?? outer + 2) - outer;
    },
  });
  return { ...text, step: step ?? (listStep || 2), indentLists: listStep !== 0 };
}

function indentOf(token: CST.Token | undefined): number | undefined {
  return token !== undefined && 'indent' in token ? token.indent : undefined;
}
