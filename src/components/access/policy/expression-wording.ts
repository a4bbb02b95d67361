/** What the language's own messages say, with types called as its documentation calls them, as a sentence begins. */
export function inWords(summary: string): string {
  const plain = summary
    .replaceAll(/dyn<([^<>]*)>/g, '$1')
    .replaceAll('google.protobuf.Timestamp', 'timestamp')
    .replaceAll('google.protobuf.Duration', 'duration')
    .replace(/^no such overload: (.*)$/, '`$1` is not possible')
    .replace(/^found no matching overload for '(.*)'$/, '`$1` is not possible');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
