/**
 * Lower case by Unicode, with the sigma that ends a word as any other: which of the two a capital becomes depends on what
 * stands around it, and not in every language, while a test may look at a part of the text.
 */
export function lowerCase(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ');
}
