/**
 * `new-checkout`, `newCheckout` and `new.checkout` → `new`, `checkout`. What is no letter or digit of ASCII parts words,
 * and so does a capital letter behind a small one. Of a long text, only its beginning counts.
 */
export function wordsOf(text: string): readonly string[] {
  const words = text
    .slice(0, longestName)
    .replaceAll(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  const [first] = words;
  if (first === undefined) return ['value'];
  // No language lets a name begin with a digit.
  return /^[0-9]/u.test(first) ? [`n${first}`, ...words.slice(1)] : words;
}

/** Characters. Every key is shorter; a variation may be a whole page. */
const longestName = 256;

export type Casing = (words: readonly string[]) => string;

/** `newCheckout` */
export const camelCase: Casing = (words) => words.map((word, index) => (index === 0 ? word : capital(word))).join('');

/** `NewCheckout` */
export const pascalCase: Casing = (words) => words.map(capital).join('');

/** `new_checkout` */
export const snakeCase: Casing = (words) => words.join('_');

/** `NEW_CHECKOUT` */
export const constantCase: Casing = (words) => words.join('_').toUpperCase();

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
