import { unknownError, usageError } from '../../app/command-errors.ts';

const seeHelp = 'See --help for the options and arguments of this command.';

/**
 * Whatever the parser could not read, as an error of ours: what was written, and what was probably meant. Nearly every
 * command has `--json`, so one without says why.
 */
export function asUsageError(error: Error, withoutJson: string | null): Error {
  if (isUnknownOption(error)) {
    const isJson = withoutJson !== null && error.flags[0] === '--json';
    return isJson ? usageError('This command has no --json.', withoutJson) : unknownOption(error);
  }
  return usageError(reworded(error.message), hintOf(error) ?? seeHelp);
}

interface UnknownOption extends Error {
  readonly flags: readonly string[];
  readonly parse: { readonly input: { readonly flags: { readonly [name: string]: unknown } } };
}

function isUnknownOption(error: Error): error is UnknownOption {
  return error.message.startsWith('Nonexistent flag') && 'flags' in error && 'parse' in error;
}

function unknownOption({ flags, parse }: UnknownOption): Error {
  const [first = ''] = flags;
  const written = first.split('=', 1)[0] ?? first;
  const known = Object.keys(parse.input.flags).map((name) => `--${name}`);
  return unknownError(`There is no option ${written}.`, written, known.toSorted());
}

/** Errors of our own options bring their hint along. */
function hintOf(error: Error): string | null {
  const details: unknown = 'details' in error ? error.details : undefined;
  return typeof details === 'object' && details !== null && 'hint' in details && typeof details.hint === 'string'
    ? details.hint
    : null;
}

/** oclif says "flag" where Dream says option: a flag is a feature flag here. Its notes on options that swallow arguments hold for none of ours. */
function reworded(message: string): string {
  return message
    .replace(/\s*See more help with --help\s*$/u, '')
    .replaceAll(/\bflags?\b(?= -{1,2}\w)/giu, (word) => (word.startsWith('F') ? 'Option' : 'option'))
    .replaceAll('required flag ', 'required option --')
    .replace(/^Parsing --(\S+)\s+/u, 'Option --$1: ')
    .replace(/^The following errors? occurred:\s*/u, '')
    .replaceAll(
      /--([a-z-]+)(?:=.*?)? cannot also be provided when using --([a-z-]+)/gu,
      (_, one: string, other: string) => `Options --${other} and --${one} cannot be used together.`,
    )
    .replace(/\s*\nNote: [\s\S]*$/u, '')
    .replace(/^Missing 1 required arg:?\s*(\S+)\s+/u, 'Missing argument $1: ')
    .replace(
      /^Missing \d+ required args:?\s*([\s\S]*)$/u,
      (_, lines: string) => `Missing arguments ${argumentNames(lines)}.`,
    )
    .replaceAll(/\s*\n\s*/gu, ' ')
    .trim();
}

/** Of a table of arguments: the first word of every line that is not the rest of a description. */
function argumentNames(lines: string): string {
  const names = [...lines.matchAll(/^(\S+)/gmu)].map(([name]) => name);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
