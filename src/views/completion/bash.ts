import { type CompletionCommand, valueOptions, wordTree } from './shells.ts';

/** A completion script for bash 3.2 and newer. Options that take a value complete file names. */
export function bashCompletion(bin: string, commands: readonly CompletionCommand[]): string {
  const tree = wordTree(commands);
  const topics = [...tree].filter(([, seconds]) => seconds.length > 0);
  const values = commands.flatMap(({ options, words }) =>
    options.flatMap(({ char, name, values: known }) =>
      (known === undefined ? [] : [`--${name}`, ...(char === undefined ? [] : [`-${char}`])]).map(
        (option) => `    '${words} ${option}') list='${(known ?? []).join(' ')}' ;;`,
      ),
    ),
  );
  const argumentValues = commands.flatMap(({ args, words }) =>
    args.flatMap(({ values: known }, index) =>
      known === undefined ? [] : [`      '${words} ${index}') list='${known.join(' ')}' ;;`],
    ),
  );
  return [
    `# bash completion for ${bin}: eval "$(${bin} completion bash)"`,
    `_${bin}() {`,
    '  local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" list=""',
    '  local command="" index=1 place=0 given=0',
    '  while [ "$index" -lt "$COMP_CWORD" ]; do',
    '    case "${COMP_WORDS[index]}" in',
    `      ${valueOptions(commands).join('|')})`,
    '        [ "${COMP_WORDS[index+1]}" = "=" ] && index=$((index+1))',
    '        index=$((index+1)) ;;',
    '      -*) ;;',
    '      *)',
    '        case "$place $command" in',
    '          "0 ") command="${COMP_WORDS[index]}"; place=1 ;;',
    `          ${topics.map(([topic]) => `'1 ${topic}'`).join('|')}) command="$command \${COMP_WORDS[index]}"; place=2 ;;`,
    '          *) given=$((given+1)) ;;',
    '        esac ;;',
    '    esac',
    '    index=$((index+1))',
    '  done',
    '  case "$command $previous" in',
    ...values,
    '  esac',
    '  if [ -n "$list" ]; then',
    '    COMPREPLY=($(compgen -W "$list" -- "$word"))',
    '    return',
    '  fi',
    '  if [ "$index" -gt "$COMP_CWORD" ]; then',
    '    COMPREPLY=()',
    '    return',
    '  fi',
    '  if [ -z "$command" ]; then',
    `    list='${[...tree.keys()].join(' ')} --help --version'`,
    '  elif [ "${word:0:1}" = "-" ]; then',
    '    case "$command" in',
    ...commands.map(
      ({ options, words }) => `      '${words}') list='${options.map(({ name }) => `--${name}`).join(' ')} --help' ;;`,
    ),
    '    esac',
    '  else',
    '    case "$command" in',
    ...topics.map(([topic, seconds]) => `      ${topic}) list='${seconds.join(' ')}' ;;`),
    '    esac',
    '    case "$command $given" in',
    ...argumentValues,
    '    esac',
    '  fi',
    '  [ -n "$list" ] && COMPREPLY=($(compgen -W "$list" -- "$word")) || COMPREPLY=()',
    '}',
    `complete -o default -F _${bin} ${bin}`,
    '',
  ].join('\n');
}
