/** Code that is not broken into lines yet: `fit` does that. */
export type Layout =
  | string
  | readonly Layout[]
  /** On one line where it fits, else every line end of its own is one. */
  | { readonly kind: 'group'; readonly content: Layout }
  | { readonly kind: 'indent'; readonly content: Layout }
  /** A line end in a broken group, else these characters. `hard`: always a line end. */
  | { readonly kind: 'line'; readonly flat: string; readonly hard: boolean }
  /** The one in a broken group, the other on one line. */
  | { readonly kind: 'choice'; readonly broken: Layout; readonly flat: Layout };

/** A space, or the end of a line. */
export const line: Layout = { kind: 'line', flat: ' ', hard: false };

/** Nothing, or the end of a line. */
export const softLine: Layout = { kind: 'line', flat: '', hard: false };

export const hardLine: Layout = { kind: 'line', flat: '', hard: true };

export function group(...content: readonly Layout[]): Layout {
  return { kind: 'group', content };
}

export function indent(...content: readonly Layout[]): Layout {
  return { kind: 'indent', content };
}

export function whereBroken(broken: Layout, flat: Layout = ''): Layout {
  return { kind: 'choice', broken, flat };
}

export function separated(parts: readonly Layout[], separator: Layout): Layout {
  const all: Layout[] = [];
  for (const part of parts) {
    if (all.length > 0) all.push(separator);
    all.push(part);
  }
  return all;
}

/** `(a, b)`, or each on a line of its own with a comma behind it. */
export function listed(open: string, parts: readonly Layout[], close: string): Layout {
  if (parts.length === 0) return `${open}${close}`;
  return group(open, indent(softLine, separated(parts, [',', line])), whereBroken(','), softLine, close);
}

/** `{ a, b }`, or each on a line of its own with a comma behind it. */
export function braced(parts: readonly Layout[]): Layout {
  if (parts.length === 0) return '{}';
  return group('{', indent(line, separated(parts, [',', line])), whereBroken(','), line, '}');
}

/** Ends of lines that stand in the text already. */
export function lines(text: string): Layout {
  return separated(text.split('\n'), hardLine);
}
