/**
 * How fields are named in changesets: `prices.USD.monthly`, `steps[mail].after`, `if["user.email"].endsWith`.
 * A bracket without quotes selects the list item with that key, a number the item at that index.
 */
export type FieldPath = readonly PathStep[];

export type PathStep =
  | { readonly type: 'property'; readonly name: string }
  | { readonly type: 'item'; readonly key: string };

const plainName = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

export function formatPath(path: FieldPath): string {
  let text = '';
  for (const step of path) {
    if (step.type === 'item') text += plainItem.test(step.key) ? `[${step.key}]` : `[${JSON.stringify(step.key)}]`;
    else if (plainName.test(step.name)) text += text === '' ? step.name : `.${step.name}`;
    else text += `[${JSON.stringify(step.name)}]`;
  }
  return text;
}

const plainItem = /^[\p{L}\p{N}_:*-]+$/u;
const stepPattern = /\.?([\p{L}\p{N}_-]+)|\[("(?:[^"\\]|\\.)*")\]|\[([^\]"]+)\]/uy;

/** Reads what {@link formatPath} writes and people type; null when the text is no path. */
export function parsePath(text: string): FieldPath | null {
  const steps: PathStep[] = [];
  stepPattern.lastIndex = 0;
  while (stepPattern.lastIndex < text.length) {
    const match = stepPattern.exec(text);
    if (match === null) return null;
    const [, name, quoted, key] = match;
    if (name !== undefined) steps.push({ type: 'property', name });
    else if (quoted !== undefined) {
      const parsed = parseQuoted(quoted);
      if (parsed === null) return null;
      steps.push({ type: 'property', name: parsed });
    } else if (key !== undefined) steps.push({ type: 'item', key });
  }
  return steps.length === 0 ? null : steps;
}

function parseQuoted(quoted: string): string | null {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return null;
  }
}
