/** Whether the type of an event is meant by a pattern, in which `*` stands for any text: `billing.*`. */
export function matchesPattern(type: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return type === pattern;
  if (!type.startsWith(first)) return false;
  let at = first.length;
  // The earliest place of each part leaves the most room for the others, so nothing is ever tried twice.
  for (const part of rest) {
    const found = type.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return type.length - last.length >= at && type.endsWith(last);
}

export function matchesAny(type: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesPattern(type, pattern));
}
