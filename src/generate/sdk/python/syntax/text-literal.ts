import { withoutHidden } from '../../../types/plain-text.ts';

/** A text as Python writes it, in the quotes that `ruff format` would choose: those that need fewer escapes. */
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

/** `True`, `5` or a text. */
export function valueLiteral(value: string | number | boolean): string {
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}
