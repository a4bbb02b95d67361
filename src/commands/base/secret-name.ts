import { usageError } from '../../app/command-errors.ts';

/** Reads the positional argument `name` as the name of a secret, before anybody is asked for its value. */
export async function secretName(text: string): Promise<string> {
  if (/^[A-Za-z_][A-Za-z0-9_]{0,127}$/u.test(text)) return text;
  throw usageError(
    `Argument name: ${text} is not the name of a secret.`,
    'A name has letters, digits and `_`, and begins with no digit: SLACK_TOKEN.',
  );
}
