import { visible } from './visible.ts';

/** A word that a POSIX shell reads back as `text`, quoted only where it must be. */
export function shellWord(text: string): string {
  const shown = visible(text);
  if (/^[\w@%+:,./][\w@%+:,./~-]*$/u.test(shown)) return shown;
  const quoted = `'${shown.replaceAll("'", String.raw`'\''`)}'`;
  // A leading hyphen would be read as an option, quoted or not.
  return text.startsWith('-') ? `./${quoted}` : quoted;
}
