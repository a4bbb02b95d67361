/** What a shell needs to know of one command. */
export interface CompletionCommand {
  /** `keys create`. */
  readonly words: string;
  readonly summary: string;
  readonly options: readonly CompletionOption[];
  readonly args: readonly CompletionArgument[];
}

export interface CompletionArgument {
  readonly name: string;
  /** The values it may have, when they are few. */
  readonly values?: readonly string[] | undefined;
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

/** The options, with their dashes, after which a value stands whatever the command: it is no word of the command. */
export function valueOptions(commands: readonly CompletionCommand[]): readonly string[] {
  const takes = new Map<string, boolean>();
  for (const { char, name, takesValue } of commands.flatMap(({ options }) => options)) {
    for (const option of [`--${name}`, ...(char === undefined ? [] : [`-${char}`])]) {
      takes.set(option, takesValue && takes.get(option) !== false);
    }
  }
  return [...takes].flatMap(([option, always]) => (always ? [option] : [])).toSorted();
}

/** Inside single quotes of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
