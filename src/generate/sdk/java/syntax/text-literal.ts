import { textLiteral } from '../../../types/java/text-literal.ts';
import { withoutHidden } from '../../../types/plain-text.ts';

/** A text as Java writes it, as wide as it stands in the file. */
export function literal(text: string): string {
  return withoutHidden(textLiteral(text));
}
