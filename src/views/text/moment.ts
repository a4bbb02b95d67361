/** An RFC 3339 instant for people: `2026-11-20 23:50 UTC`. What is not an instant is returned as it is. */
export function moment(instant: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*Z$/u.exec(instant);
  return match === null ? instant : `${match[1]} ${match[2]} UTC`;
}
