import { type CompletionCommand, type CompletionOption, quoted, valueOptions, wordTree } from './shells.ts';

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
    '  local command="" word',
    '  local -i index=2 place=0',
    '  while (( index < CURRENT )); do',
    '    word="${words[index]}"',
    '    case "$word" in',
    `      ${valueOptions(commands).join('|')}) (( index += 1 )) ;;`,
    '      -*) ;;',
    '      *)',
    '        case "$place $command" in',
    '          "0 ") command="$word"; place=1 ;;',
    `          ${topics.map(([topic]) => `'1 ${topic}'`).join('|')}) command="$command $word"; place=2 ;;`,
    '        esac',
    '        ;;',
    '    esac',
    '    (( index += 1 ))',
    '  done',
    '  if (( index > CURRENT )); then',
    '    [[ -n "$command" ]] || { _files; return }',
    '  elif [[ -z "$command" ]]; then',
    '    list=(',
    ...firsts,
    '    )',
    "    _describe 'command' list",
    '    return',
    '  elif (( place == 1 )); then',
    '    case "$command" in',
    ...topics.flatMap(([topic, seconds]) => [
      `      ${topic})`,
      `        list=(${seconds.map((second) => quoted(`${second}:${summaryOf(`${topic} ${second}`)}`)).join(' ')})`,
      "        _describe 'command' list",
      '        return',
      '        ;;',
    ]),
    '    esac',
    '  fi',
    '  case "$command" in',
    ...commands.map(
      (command) =>
        `    '${command.words}') _arguments ${[...command.options.flatMap(specs), ...argumentSpecs(command)].join(' ')} '*:file:_files' ;;`,
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

/** Counted from the word behind the program's own name, so that the words of the command come first. */
function argumentSpecs({ args, words }: CompletionCommand): readonly string[] {
  const before = words.split(' ').length;
  return args.flatMap(({ name, values }, index) =>
    values === undefined ? [] : [quoted(`${before + index + 1}:${name}:(${values.join(' ')})`)],
  );
}

function colonSafe(word: string): string {
  return word.replaceAll(':', String.raw`\:`);
}
