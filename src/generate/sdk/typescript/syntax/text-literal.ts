import { withoutHidden } from '../../../types/plain-text.ts';

/** `'it\'s'`, in the quotes that a formatter would choose: those that need fewer escapes. */
export function textLiteral(text: string): string {
  const escaped = withoutHidden(JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"'));
  const singles = text.split("'").length;
  const doubles = text.split('"').length;
  return singles > doubles ? `"${escaped.replaceAll('"', '\\"')}"` : `'${escaped.replaceAll("'", "\\'")}'`;
}

/** A name as it stands before a colon: in quotes only where it must. */
export function propertyName(name: string): string {
  return isIdentifier(name) ? name : textLiteral(name);
}

function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);
}
