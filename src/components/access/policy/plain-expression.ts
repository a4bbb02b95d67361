/**
 * Recognises most expressions that people write, and only ones without mistakes: comparisons of attributes with
 * one another and with what is written out, joined by `&&` and `||`. Making the language ready to read the others
 * takes longer than validating all the rest of a small project.
 */
export function isPlain(text: string): boolean {
  // Longer ones are rare, and may reach limits of the language.
  return text.length <= 400 && plain.test(text);
}

const gap = '[ \\n]*';
/** Words that stand for something else in the language. */
const reserved =
  'as|break|const|continue|else|false|for|function|if|import|in|let|loop|namespace|null|package|prototype|return|true|var|void|while';
const path = `(?:user|tenant|resource)(?:\\.(?!(?:${reserved})\\b)[A-Za-z][A-Za-z0-9_]*){1,8}`;
const number = '-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,15})?';
const text = `(?:"[^"\\\\\\n\\r]*"|'[^'\\\\\\n\\r]*')`;
const ordered = `(?:${path}|${number}|${text})`;
const equal = `(?:${ordered}|true|false|null)`;
const comparison = `${path}${gap}(?:[=!]=${gap}${equal}|[<>]=?${gap}${ordered})`;
const membership = `${ordered}[ \\n]+in[ \\n]+${path}`;
const term = `(?:${comparison}|${membership}|!?${path})`;
const plain = new RegExp(`^${gap}${term}(?:${gap}(?:&&|\\|\\|)${gap}${term})*${gap}$`);
