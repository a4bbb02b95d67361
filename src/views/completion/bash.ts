import { type CompletionCommand, wordTree } from './shells.ts';

/** A completion script for bash 3.2 and newer. Options that take a value complete file names. */
export function bashCompletion(bin: string, commands: readonly CompletionCommand[]): string {
  const tree = wordTree(commands);
  const topics = [...tree].filter(([, seconds]) => seconds.length > 0);
  const values = commands.flatMap(({ options, words }) =>
    options
      .filter(({ values: known }) => known !== undefined)
      .map(({ name, values: known = [] }) => `    '${words} --${name}') list='${known.join(' ')}' ;;`),
  );
  return [
    `# bash completion for ${bin}: eval "$(${bin} completion bash)"`,
    `_${bin}() {`,
    '  local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}" list=""',
    '  case "$command" in',
    ...topics.map(([topic]) => `    ${topic}) [ "$COMP_CWORD" -gt 2 ] && command="$command \${COMP_WORDS[2]}" ;;`),
    '  esac',
    '  case "$command $previous" in',
    ...values,
    '  esac',
    '  if [ -n "$list" ]; then',
    '    COMPREPLY=($(compgen -W "$list" -- "$word"))',
    '    return',
    '  fi',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
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
    '  fi',
    '  [ -n "$list" ] && COMPREPLY=($(compgen -W "$list" -- "$word")) || COMPREPLY=()',
    '}',
    `complete -o default -F _${bin} ${bin}`,
    '',
  ].join('\n');
}
