/** At most so many UTF-16 units; what was cut ends in an ellipsis, and no character is cut in two. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const last = cut.charCodeAt(cut.length - 1);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return `${splits ? cut.slice(0, -1) : cut}…`;
}
