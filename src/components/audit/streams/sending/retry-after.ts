/** Milliseconds that a `Retry-After` asks to wait; 0 where it cannot be read or is over. */
export function retryAfterMilliseconds(header: string | undefined, now: Date): number {
  const text = header?.trim() ?? '';
  if (/^[0-9]+$/.test(text)) return Number(text) * 1000;
  // What is no date as HTTP writes it is not guessed at.
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return 0;
  const wait = Date.parse(text) - now.getTime();
  return wait > 0 ? wait : 0;
}
