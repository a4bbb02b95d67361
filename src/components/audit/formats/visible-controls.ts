/**
 * Characters that somebody on the way may take for the end of a line or of a text, or that a terminal obeys: controls,
 * the line and paragraph separators, and those that turn the direction of writing, by themselves or for what they stand
 * beside.
 */
const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Writes each of them as JSON would, `\u0007`, so that it is seen and does nothing. `except` are left as they are. */
export function visibleControls(text: string, except = ''): string {
  if (text.search(controls) === -1) return text;
  return text.replaceAll(controls, (character) => (except.includes(character) ? character : escapeOf(character)));
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
