/**
 * A syslog message as it is sent over TCP (RFC 6587, RFC 5425): its length in bytes goes before it, so that nothing
 * within it can end it.
 */
export function octetCounted(message: string): string {
  return `${Buffer.byteLength(message)} ${message}`;
}
