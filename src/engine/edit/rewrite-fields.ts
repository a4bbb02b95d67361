import { Document, isMap, isNode, isScalar, type Pair, YAMLMap } from 'yaml';

/** Where a top-level field stood in the text before it was edited. */
interface FieldPlace {
  readonly start: number;
  readonly end: number;
}

/** Places of the top-level fields of a block mapping; null for anything else, such as a document in braces. */
export function placesOfFields(document: Document.Parsed): ReadonlyMap<string, FieldPlace> | null {
  const { contents } = document;
  if (!isMap(contents) || contents.flow === true) return null;
  const places = new Map<string, FieldPlace>();
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || !key.range || !isNode(value) || !value.range) return null;
    places.set(String(key.value), { start: key.range[0], end: value.range[2] });
  }
  return places;
}

/**
 * The text of an edited document in which only the changed top-level fields are written anew; the others stay
 * byte for byte. `from` is where `part` begins in the text that the places speak of.
 */
export function rewriteFields(
  part: string,
  from: number,
  places: ReadonlyMap<string, FieldPlace>,
  document: Document.Parsed,
  changed: ReadonlySet<string>,
): string {
  const edited = isMap(document.contents) ? document.contents : null;
  if (edited === null) return part;
  const order = [...places.entries()].sort(([, a], [, b]) => a.start - b.start);
  let text = '';
  let taken = 0;
  order.forEach(([name, place], index) => {
    if (!changed.has(name)) return;
    const pair = pairOf(edited, name);
    // A field that goes takes the comment above it along.
    const start = (pair === undefined ? (order[index - 1]?.[1].end ?? place.start) : place.start) - from;
    text += part.slice(taken, Math.max(taken, start));
    if (pair !== undefined) text += fieldText(pair, part.slice(place.start - from, place.end - from));
    taken = place.end - from;
  });
  const last = (order.at(-1)?.[1].end ?? from) - from;
  text += part.slice(taken, Math.max(taken, last));
  for (const name of changed) {
    const pair = places.has(name) ? undefined : pairOf(edited, name);
    if (pair !== undefined) text += `${text === '' || text.endsWith('\n') ? '' : '\n'}${fieldText(pair, `${part}\n`)}`;
  }
  return text + part.slice(Math.max(taken, last));
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => (isScalar(key) ? String(key.value) : key) === name);
}

/** Written in the manner of the text it replaces: with spaces inside braces where that had them. */
function fieldText(pair: Pair, former: string): string {
  const document = new Document();
  const map = new YAMLMap<unknown, unknown>();
  // The comment above stands in the text already, before the place that is replaced.
  if (isNode(pair.key)) {
    pair.key.commentBefore = null;
    pair.key.spaceBefore = false;
  }
  map.items.push(pair);
  document.contents = map;
  const flowCollectionPadding = /\{ /u.test(former) || !/[{[][^\s\]}]/u.test(former);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding }).trimEnd();
  return former.endsWith('\n') ? `${text}\n` : text;
}
