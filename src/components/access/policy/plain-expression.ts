import type { AskedAttribute } from './asked-attributes.ts';

/**
 * Recognises most expressions that people write, and only ones without mistakes: comparisons of attributes with
 * one another and with what is written out, joined by `&&` and `||`. Making the language ready to read the others
 * takes longer than validating all the rest of a small project; so would compiling one regular expression for all
 * of this, which is why it is read word by word.
 *
 * Gives what the expression asks for of the resource, in the order of the text; null where it is not plain.
 */
export function readPlain(text: string): readonly AskedAttribute[] | null {
  // Longer ones are rare, and may reach limits of the language.
  const words = text.length <= 400 ? wordsOf(text) : null;
  return words !== null && areTerms(words) ? words.flatMap(({ asks }) => asks ?? []) : null;
}

function areTerms(words: readonly Word[]): boolean {
  let at = 0;
  for (;;) {
    const length = termLength(words, at);
    if (length === 0) return false;
    at += length;
    if (at === words.length) return true;
    if (words[at]?.type !== 'junction') return false;
    at += 1;
  }
}

type WordType = 'path' | 'not' | 'constant' | 'value' | 'in' | 'equality' | 'order' | 'junction';

interface Word {
  readonly type: WordType;
  /** Blanks stand before it. */
  readonly isApart: boolean;
  /** The attribute of the resource that a path begins with. */
  readonly asks?: AskedAttribute;
}

/** How many words make up the term at this place; 0 when there is none. */
function termLength(words: readonly Word[], at: number): number {
  const type = (offset: number): WordType | undefined => words[at + offset]?.type;
  if (type(0) === 'not') return type(1) === 'path' && words[at + 1]?.isApart === false ? 2 : 0;
  const isOrdered = (offset: number): boolean => type(offset) === 'path' || type(offset) === 'value';
  if (!isOrdered(0)) return 0;
  if (type(1) === 'in') return words[at + 1]?.isApart === true && type(2) === 'path' ? 3 : 0;
  if (type(0) !== 'path') return 0;
  if (type(1) === 'order') return isOrdered(2) ? 3 : 0;
  if (type(1) === 'equality') return isOrdered(2) || type(2) === 'constant' ? 3 : 0;
  return 1;
}

/** A name with its dots; a number; a text in quotes; a sign. */
const word =
  /([ \n]*)(?:([A-Za-z][A-Za-z0-9_.]*)|-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?(?![\w.])|"[^"\\\n\r]*"|'[^'\\\n\r]*'|(&&|\|\||[=!]=|[<>]=?|!))/y;

function wordsOf(text: string): readonly Word[] | null {
  const end = text.replace(/[ \n]+$/, '').length;
  const words: Word[] = [];
  for (word.lastIndex = 0; word.lastIndex < end; ) {
    const match = word.exec(text);
    if (match === null) return null;
    const [, gap = '', name, sign] = match;
    const type = name !== undefined ? typeOfName(name) : sign !== undefined ? typeOfSign(sign) : 'value';
    if (type === null) return null;
    const asks = type === 'path' && name !== undefined ? askedBy(name, word.lastIndex) : undefined;
    words.push({ type, isApart: gap !== '', ...(asks === undefined ? {} : { asks }) });
  }
  return words;
}

function askedBy(path: string, end: number): AskedAttribute | undefined {
  const [root = '', name = ''] = path.split('.', 2);
  return root === 'resource' ? { name, at: end - path.length + root.length + 1 } : undefined;
}

function typeOfSign(sign: string): WordType {
  if (sign === '!') return 'not';
  if (sign === '&&' || sign === '||') return 'junction';
  return sign === '==' || sign === '!=' ? 'equality' : 'order';
}

const roots: ReadonlySet<string> = new Set(['user', 'tenant', 'resource']);
/** Words that stand for something else in the language. */
const reserved: ReadonlySet<string> = new Set(
  'as break const continue else false for function if import in let loop namespace null package prototype return true var void while'.split(
    ' ',
  ),
);
const longestPath = 9;

function typeOfName(name: string): WordType | null {
  if (name === 'in') return 'in';
  if (name === 'true' || name === 'false' || name === 'null') return 'constant';
  const [root = '', ...fields] = name.split('.');
  if (!roots.has(root) || fields.length === 0 || fields.length >= longestPath) return null;
  return fields.every((field) => /^[A-Za-z]/.test(field) && !reserved.has(field)) ? 'path' : null;
}
