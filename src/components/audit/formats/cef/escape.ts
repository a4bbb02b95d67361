import { visibleControls } from '../visible-controls.ts';

/** A field of the header: one line, in which `\` and `|` are escaped and `=` is not. */
export function escapeHeader(text: string): string {
  return escapeBackslash(visibleControls(text)).replaceAll('|', '\\|');
}

/** The value of a key: line ends become `\n` and `\r`; `\` and `=` are escaped, and `|` is not. */
export function escapeValue(text: string): string {
  return escapeBackslash(visibleControls(text, '\n\r'))
    .replaceAll('=', '\\=')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

/** First of all: what is escaped afterwards gets backslashes of its own. */
function escapeBackslash(text: string): string {
  return text.replaceAll('\\', '\\\\');
}
