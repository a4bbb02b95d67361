/** Whether the first line of a text is this one, whichever ends of lines a tool such as Git gave to it. */
export function beginsWithLine(text: string, line: string): boolean {
  return text.startsWith(`${line}\n`) || text.startsWith(`${line}\r\n`);
}
