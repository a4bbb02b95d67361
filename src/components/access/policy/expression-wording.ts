/** What the language's own messages say, as a sentence begins. */
export function inWords(summary: string): string {
  const plain = inLanguage(summary)
    .replace(/^no such overload: (.*)$/, '`$1` is not possible')
    .replace(/^found no matching overload for '(.*)'$/, '`$1` is not possible');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Types as the language's documentation calls them. */
export function inLanguage(text: string): string {
  return text
    .replaceAll(/dyn<([^<>]*)>/g, '$1')
    .replaceAll('google.protobuf.Timestamp', 'timestamp')
    .replaceAll('google.protobuf.Duration', 'duration');
}
