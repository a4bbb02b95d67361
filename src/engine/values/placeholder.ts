import { nearest } from '../validate/did-you-mean.ts';

/** One `${…}` of a text. */
export interface Placeholder {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly text: string;
  readonly namespace?: 'vars' | 'secrets';
  readonly name?: string;
  /** Why it is neither a variable nor a secret although it was meant as one: what to do about it. */
  readonly problem?: string;
}

const literal = 'For a literal `${` write `$${`.';
/** What other tools call what they put into texts. */
const otherNamespaces: ReadonlySet<string> = new Set([
  'env',
  'environment',
  'process.env',
  'variables',
  'param',
  'params',
]);

/**
 * Every `${…}` of a text but those that are literal: `$${`, and what may be meant for somebody else, such as
 * `${anything.else}`.
 */
export function placeholdersIn(text: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  for (let from = text.indexOf('${'); from !== -1; ) {
    const end = /\$\{|[{}\n]/.exec(text.slice(from + 2));
    const isClosed = end?.[0] === '}';
    const inner = text.slice(from + 2, end === null ? text.length : from + 2 + end.index);
    const to = from + 2 + inner.length + (isClosed ? 1 : 0);
    if (text.charAt(from - 1) !== '$') {
      const read = isClosed ? readClosed(inner) : readOpen(inner);
      if (read !== undefined) found.push({ from, to, text: text.slice(from, to), ...read });
    }
    from = text.indexOf('${', Math.max(to, from + 2));
  }
  return found;
}

type Read = Pick<Placeholder, 'namespace' | 'name' | 'problem'>;

function readOpen(inner: string): Read | undefined {
  const [, word = ''] = /^\s*([A-Za-z]+)\s*(?:\.|$)/.exec(inner) ?? [];
  if (meantNamespace(word) === undefined) return undefined;
  return { problem: `It is never closed with \`}\`. ${literal}` };
}

function readClosed(inner: string): Read | undefined {
  const [, namespace, name = ''] = /^(vars|secrets)\.([^{}]*)$/.exec(inner) ?? [];
  const isName = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
  if (namespace === 'vars' && name.trim() === name && name !== '') return { namespace, name };
  if (namespace === 'secrets' && isName) return { namespace, name };
  if (inner.trim() === '') return { problem: `It names nothing. ${literal}` };
  const [, word = '', rest = ''] = /^\s*((?:process\.)?[A-Za-z]+)\s*(?:\.(.*))?$/s.exec(inner) ?? [];
  const meant = meantNamespace(word);
  if (meant === undefined) return undefined;
  if (!inner.includes('.') && word !== meant) return undefined;
  const said = rest
    .trim()
    .replaceAll(/[^A-Za-z0-9_]+/g, '_')
    .replaceAll(/^_+(?=[A-Za-z])|_+$/g, '');
  return { problem: `Did you mean \`\${${meant}.${said === '' ? 'NAME' : said}}\`? ${literal}` };
}

function meantNamespace(word: string): string | undefined {
  if (word === 'vars' || word === 'secrets') return word;
  return otherNamespaces.has(word) ? 'vars' : nearest(word, ['vars', 'secrets']);
}
