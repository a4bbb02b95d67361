/**
 * Why a regular expression cannot be used, or undefined. Patterns have RE2 syntax, so that no text can make
 * one run for ever: what RE2 leaves out is refused here, although this platform would take it.
 */
export function expressionProblem(pattern: string): string | undefined {
  const bare = withoutEscapesAndClasses(pattern);
  if (/\(\?<?[=!]/.test(bare)) return 'look-around is not available';
  if (/\\[1-9]|\\k/.test(bare)) return 'back references are not available';
  try {
    // Without the `u` flag, which refuses escapes that RE2 allows.
    new RegExp(translated(pattern));
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

/** Character classes and escaped backslashes removed, so that what is left can be searched for syntax. */
function withoutEscapesAndClasses(pattern: string): string {
  return pattern
    .replaceAll('\\\\', '')
    .replaceAll(/\[(?:\\.|[^\]\\])*\]/g, '')
    .replaceAll(/\\[^1-9k]/g, '');
}

/** RE2's own spellings in those of this platform, as far as both know the thing. */
function translated(pattern: string): string {
  return pattern
    .replace(/^\(\?[imsU]+\)/, '')
    .replaceAll('(?P<', '(?<')
    .replaceAll(/\(\?[imsU]+:/g, '(?:');
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const detail = message.slice(message.lastIndexOf(': ') + 2);
  return detail.charAt(0).toLowerCase() + detail.slice(1);
}
