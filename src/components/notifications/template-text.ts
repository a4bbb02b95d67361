/** A variable that a text uses: `payload.author.name` as `['payload', 'author', 'name']`. */
export type Variable = readonly string[];

export interface TemplateText {
  readonly variables: readonly Variable[];
  /** Why the text cannot be read; the first reason only, since the rest usually follows from it. */
  readonly problem?: string;
}

const variablePattern =
  /^([A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*)(?:\s*\|\s*[a-z][a-zA-Z]*(?:\s*:\s*(?:"[^"]*"|'[^']*'|[\w.-]+))?)*$/;

/**
 * Reads the placeholders of a text: `{{ payload.total | money }}`, `{{#each digest.items}} {{ item.title }} {{/each}}`
 * and `{{#if payload.urgent}} … {{else}} … {{/if}}`. Everything outside of double braces is plain text.
 */
export function readTemplate(text: string): TemplateText {
  const variables: Variable[] = [];
  const open: string[] = [];
  for (let from = text.indexOf('{{'); from !== -1; ) {
    const to = text.indexOf('}}', from);
    if (to === -1) return { variables, problem: `\`${excerpt(text.slice(from))}\` is never closed with \`}}\`` };
    const problem = readPlaceholder(text.slice(from + 2, to).trim(), open, variables);
    if (problem !== undefined) return { variables, problem };
    from = text.indexOf('{{', to + 2);
  }
  const unclosed = open.at(-1);
  return unclosed === undefined
    ? { variables }
    : { variables, problem: `\`{{#${unclosed} …}}\` is never closed with \`{{/${unclosed}}}\`` };
}

function readPlaceholder(inner: string, open: string[], variables: Variable[]): string | undefined {
  if (inner === 'else') return open.at(-1) === 'if' ? undefined : '`{{else}}` stands outside of `{{#if …}}`';
  if (inner.startsWith('/')) {
    const block = inner.slice(1);
    return open.pop() === block ? undefined : `\`{{/${block}}}\` closes what is not open`;
  }
  const block = inner.startsWith('#') ? /^#(if|each)\s+(.+)$/.exec(inner) : null;
  if (block?.[1] !== undefined) open.push(block[1]);
  const path = variablePattern.exec(block?.[2] ?? inner)?.[1];
  if (path === undefined) return inner === '' ? '`{{ }}` is empty' : `\`{{ ${excerpt(inner)} }}\` is not a variable`;
  variables.push(path.split('.'));
  return undefined;
}

function excerpt(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
