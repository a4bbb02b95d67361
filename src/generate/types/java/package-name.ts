import { reservedWords } from './reserved-words.ts';

/** `com.acme.dream`: names of ASCII letters, digits and `_` with dots between them. */
export function isPackageName(text: string): boolean {
  return text.split('.').every((part) => /^[A-Za-z_][A-Za-z0-9_]*$/u.test(part) && !reservedWords.has(part));
}
