import { type CompletionCommand, quoted, valueOptions, wordTree } from './shells.ts';

/** A completion script for fish, with descriptions. */
export function fishCompletion(bin: string, commands: readonly CompletionCommand[]): string {
  const tree = wordTree(commands);
  const summaryOf = (words: string): string =>
    commands.find((command) => command.words === words)?.summary ?? `${words} …`;
  const lines = [`# fish completion for ${bin}: ${bin} completion fish | source`, ...conditions(bin, commands)];
  const offer = (after: string, word: string, summary: string): void => {
    const condition = quoted(`__${bin}_at ${after}`.trimEnd());
    lines.push(`complete -c ${bin} -n ${condition} -f -a ${word} -d ${quoted(summary)}`);
  };
  for (const [first, seconds] of tree) {
    offer('', first, summaryOf(first));
    for (const second of seconds) offer(first, second, summaryOf(`${first} ${second}`));
  }
  for (const { args, options, words } of commands) {
    for (const value of args[0]?.values ?? []) offer(words, value, args[0]?.name ?? '');
    for (const { char, name, summary, takesValue, values } of options) {
      const short = char === undefined ? '' : ` -s ${char}`;
      const value = takesValue ? (values === undefined ? ' -r' : ` -x -a ${quoted(values.join(' '))}`) : '';
      const condition = quoted(`__${bin}_in ${words}`);
      lines.push(`complete -c ${bin} -n ${condition} -l ${name}${short}${value} -d ${quoted(summary)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** `_at`: exactly these words are written, options aside; `_in`: these are the first. */
function conditions(bin: string, commands: readonly CompletionCommand[]): readonly string[] {
  return [
    `function __${bin}_words`,
    '    set -l tokens (commandline -opc)',
    '    set -e tokens[1]',
    '    set -l is_value 0',
    '    for token in $tokens',
    '        if test $is_value -eq 1',
    '            set is_value 0',
    '            continue',
    '        end',
    '        switch $token',
    `            case ${valueOptions(commands).join(' ')}`,
    '                set is_value 1',
    "            case '-*'",
    "            case '*'",
    '                printf "%s\\n" $token',
    '        end',
    '    end',
    'end',
    `function __${bin}_at`,
    `    set -l words (__${bin}_words)`,
    '    test "$words" = "$argv"',
    'end',
    `function __${bin}_in`,
    `    set -l words (__${bin}_words)`,
    '    set -l count (count $argv)',
    '    test (count $words) -ge $count; and test "$words[1..$count]" = "$argv"',
    'end',
  ];
}
