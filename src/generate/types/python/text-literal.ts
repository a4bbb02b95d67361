import { withoutHidden } from '../plain-text.ts';

/** A text as Python writes it, in the quotes that need fewer escapes. */
export function textLiteral(text: string): string {
  const quote = text.split('"').length > text.split("'").length ? "'" : '"';
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(quote, `\\${quote}`);
  return withoutHidden(`${quote}${escaped}${quote}`);
}

/** The same of a value that a literal type may have. */
export function scalarLiteral(value: string | number | boolean): string {
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}
