/**
 * As many blocks as fit into `budget` characters, in order, joined by `separator`. The rest is counted,
 * never cut: a block is shown whole or not at all.
 */
export function fill(
  blocks: Iterable<string>,
  budget: number,
  separator = '\n',
): { readonly text: string; readonly shown: number; readonly omitted: number } {
  const kept: string[] = [];
  let length = 0;
  let omitted = 0;
  for (const block of blocks) {
    const grown = length + block.length + (kept.length === 0 ? 0 : separator.length);
    if (omitted > 0 || grown > budget) omitted += 1;
    else {
      kept.push(block);
      length = grown;
    }
  }
  return { text: kept.join(separator), shown: kept.length, omitted };
}
