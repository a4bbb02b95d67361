/** What a shell needs to know of one command. */
export interface CompletionCommand {
  /** `keys create`. */
  readonly words: string;
  readonly summary: string;
  readonly options: readonly CompletionOption[];
}

export interface CompletionOption {
  /** Without dashes. */
  readonly name: string;
  readonly char?: string | undefined;
  readonly summary: string;
  readonly takesValue: boolean;
  /** The values it may have, when they are few. */
  readonly values?: readonly string[] | undefined;
}

export const shells = ['bash', 'zsh', 'fish'] as const;

/** The first words a user may type, and what may follow each: `keys` → `create`, `list` … */
export function wordTree(commands: readonly CompletionCommand[]): ReadonlyMap<string, readonly string[]> {
  const tree = new Map<string, string[]>();
  for (const { words } of commands) {
    const [first = '', second] = words.split(' ');
    const seconds = tree.get(first) ?? [];
    if (second !== undefined) seconds.push(second);
    tree.set(first, seconds);
  }
  return tree;
}

/** Inside single quotes of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
