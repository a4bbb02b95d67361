import { type CompletionCommand, type CompletionOption, quoted, wordTree } from './shells.ts';

/** A completion script for zsh, with descriptions. */
export function zshCompletion(bin: string, commands: readonly CompletionCommand[]): string {
  const tree = wordTree(commands);
  const summaryOf = (words: string): string =>
    commands.find((command) => command.words === words)?.summary ?? `${words} …`;
  const firsts = [...tree.keys()].map((first) => `    ${quoted(`${colonSafe(first)}:${summaryOf(first)}`)}`);
  const topics = [...tree].filter(([, seconds]) => seconds.length > 0);
  return [
    `#compdef ${bin}`,
    `# zsh completion for ${bin}: eval "$(${bin} completion zsh)"`,
    `_${bin}() {`,
    '  local -a list',
    '  if (( CURRENT == 2 )); then',
    '    list=(',
    ...firsts,
    '    )',
    "    _describe 'command' list",
    '    return',
    '  fi',
    '  local command="${words[2]}"',
    '  case "$command" in',
    ...topics.flatMap(([topic, seconds]) => [
      `    ${topic})`,
      '      if (( CURRENT == 3 )); then',
      `        list=(${seconds.map((second) => quoted(`${second}:${summaryOf(`${topic} ${second}`)}`)).join(' ')})`,
      "        _describe 'command' list",
      '        return',
      '      fi',
      '      command="$command ${words[3]}"',
      '      ;;',
    ]),
    '  esac',
    '  case "$command" in',
    ...commands.map(
      ({ options, words }) => `    '${words}') _arguments ${options.flatMap(specs).join(' ')} '*:file:_files' ;;`,
    ),
    '  esac',
    '}',
    `compdef _${bin} ${bin}`,
    '',
  ].join('\n');
}

function specs({ char, name, summary, takesValue, values }: CompletionOption): readonly string[] {
  const text = `[${summary.replaceAll(/[[\]]/gu, '')}]`;
  const value = takesValue ? `:${name}:${values === undefined ? '_files' : `(${values.join(' ')})`}` : '';
  return [`--${name}`, ...(char === undefined ? [] : [`-${char}`])].map((option) => quoted(`${option}${text}${value}`));
}

function colonSafe(word: string): string {
  return word.replaceAll(':', String.raw`\:`);
}
