/** `https://app.acme.com`, `https://*.acme.com` for every host below, or `*` for everywhere. */
export function isOriginPattern(text: string): boolean {
  if (text === '*') return true;
  if (!/^[a-z][a-z0-9+.-]*:\/\/(\*\.)?(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/.test(text)) return false;
  // As browsers write it: without the usual port, and without a slash at its end.
  const origin = text.replace('://*.', '://any.');
  return !/^https?:/.test(origin) || URL.parse(origin)?.origin === origin;
}

/** Whether a page from this origin may ask. */
export function originMatcher(patterns: readonly string[]): (origin: string) => boolean {
  if (patterns.includes('*')) return () => true;
  const exact = new Set(patterns);
  const below = patterns.filter((pattern) => pattern.includes('://*.')).map((pattern) => pattern.split('*'));
  return (origin) =>
    exact.has(origin) ||
    below.some(([scheme = '', parent = '']) => {
      const host = origin.slice(scheme.length, -parent.length);
      return origin.startsWith(scheme) && origin.endsWith(parent) && /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host);
    });
}
