import { type CompletionCommand, quoted, wordTree } from './shells.ts';

/** A completion script for fish, with descriptions. */
export function fishCompletion(bin: string, commands: readonly CompletionCommand[]): string {
  const tree = wordTree(commands);
  const summaryOf = (words: string): string =>
    commands.find((command) => command.words === words)?.summary ?? `${words} …`;
  const lines = [`# fish completion for ${bin}: ${bin} completion fish | source`];
  for (const [first, seconds] of tree) {
    lines.push(`complete -c ${bin} -n __fish_use_subcommand -f -a ${first} -d ${quoted(summaryOf(first))}`);
    for (const second of seconds) {
      const alone = `__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${seconds.join(' ')}`;
      lines.push(
        `complete -c ${bin} -n ${quoted(alone)} -f -a ${second} -d ${quoted(summaryOf(`${first} ${second}`))}`,
      );
    }
  }
  for (const { options, words } of commands) {
    const condition = words
      .split(' ')
      .map((word) => `__fish_seen_subcommand_from ${word}`)
      .join('; and ');
    for (const { char, name, summary, takesValue, values } of options) {
      const short = char === undefined ? '' : ` -s ${char}`;
      const value = takesValue ? (values === undefined ? ' -r' : ` -x -a ${quoted(values.join(' '))}`) : '';
      lines.push(`complete -c ${bin} -n ${quoted(condition)} -l ${name}${short}${value} -d ${quoted(summary)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
