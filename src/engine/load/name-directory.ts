/** A directory as a sentence names it: a bare `.` at its end would be read as the sentence's own full stop. */
export function nameDirectory(directory: string): string {
  if (directory === '' || directory === '.' || directory === './') return 'this directory';
  return /(?:^|\/)\.{1,2}$/u.test(directory) ? `${directory}/` : directory;
}
