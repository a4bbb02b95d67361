/** The line that every file of this command begins with, behind the sign that begins a comment there. */
export function ownHead(sign: '//' | '#'): string {
  return `${sign} Written by dream generate types; do not edit.`;
}
