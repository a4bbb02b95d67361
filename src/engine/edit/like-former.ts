import { isCollection, isMap, isNode, isScalar, isSeq, type Node, Scalar } from 'yaml';

/**
 * A new node in the manner of the one in whose place it comes, or of what an alias stood for there: on one line where
 * that was, in its quotes where that can be, and numbers that are the same with the same digits.
 */
export function likeFormer(node: Node, former: unknown): Node {
  if (isScalar(node)) return isScalar(former) ? scalarLike(node, former) : node;
  if (!isCollection(node) || !isCollection(former)) return node;
  if (node.items.length > 0 && former.items.length > 0) node.flow = former.flow === true;
  if (isMap(node) && isMap(former)) {
    for (const pair of node.items) {
      const own = former.get(pair.key, true);
      if (own !== undefined) pair.value = isNode(pair.value) ? likeFormer(pair.value, own) : pair.value;
    }
  }
  if (isSeq(node) && isSeq(former))
    node.items = node.items.map((item, index) => (isNode(item) ? likeFormer(item, former.items[index]) : item));
  return node;
}

function scalarLike(node: Scalar, former: Scalar): Scalar {
  if (typeof node.value === 'number' && node.value === former.value) {
    if (former.minFractionDigits !== undefined) node.minFractionDigits = former.minFractionDigits;
    return node;
  }
  if (typeof node.value !== 'string' || node.type !== undefined || former.type === undefined) return node;
  const isBlock = former.type === Scalar.BLOCK_LITERAL || former.type === Scalar.BLOCK_FOLDED;
  const fits = isBlock ? node.value.includes('\n') : former.type === Scalar.QUOTE_DOUBLE || !node.value.includes('\n');
  if (fits && former.type !== Scalar.PLAIN) node.type = former.type;
  return node;
}
