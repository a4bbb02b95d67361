/** What an action must look like, where `*` stands for any text, none included: `auth.*`. */
export function compileActionPattern(pattern: string): (action: string) => boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (action) => action === pattern;
  return (action) => {
    if (action.length < first.length + last.length || !action.startsWith(first) || !action.endsWith(last)) return false;
    const end = action.length - last.length;
    let at = first.length;
    for (const part of rest) {
      const found = action.indexOf(part, at);
      if (found === -1 || found + part.length > end) return false;
      at = found + part.length;
    }
    return true;
  };
}
