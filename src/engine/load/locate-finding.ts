import type { JsonObject } from '../json.ts';
import { childPointer, parsePointer, valueAt } from '../pointer.ts';
import type { Part, Positions, Trace } from '../source/positions.ts';
import type { YamlDocument } from '../source/yaml-document.ts';
import type { Finding } from '../validate/finding.ts';
import type { DocumentVariant } from './document-variants.ts';
import { comesFromOverlay } from './overlay.ts';

/** Where a document came from and which of its variants is meant; without variant, the document as written. */
export interface FindingPlace {
  readonly yaml: YamlDocument;
  readonly base: JsonObject;
  readonly variant?: DocumentVariant | undefined;
}

export interface PlacedFinding {
  readonly finding: Finding;
  readonly place: FindingPlace;
}

export interface PlacedPointer {
  readonly yaml: YamlDocument;
  /** Into the document as written. */
  readonly pointer: string;
  readonly part: Part;
}

/** The text that a finding is about: in the overlay when the value was written there. */
export function placeFinding(
  finding: Pick<Finding, 'pointer' | 'atKey' | 'missing'>,
  { yaml, base, variant }: FindingPlace,
): PlacedPointer {
  const { pointer, missing } = finding;
  const part = finding.atKey === true ? 'key' : 'value';
  if (variant?.overlay === undefined) return { yaml, pointer, part };
  const { patch, pointer: overlay } = variant.overlay;
  // A field that is missing because the overlay removed it: the line that says so is the one to mend.
  const removed = missing === undefined ? undefined : childPointer(pointer, missing);
  if (removed !== undefined && valueAt(patch, parsePointer(removed)) === null)
    return { yaml, pointer: overlay + removed, part };
  if (comesFromOverlay(base, patch, pointer)) {
    const isRemoved = valueAt(patch, parsePointer(pointer)) === null;
    return { yaml, pointer: overlay + pointer, part: isRemoved ? 'key' : part };
  }
  // What is gone was taken away by the overlay, be it with all that held it.
  const isGone = valueAt(variant.document, parsePointer(pointer)) === undefined;
  const within = isGone && missing === undefined ? deepestInPatch(patch, [pointer]) : undefined;
  return within === undefined ? { yaml, pointer, part } : { yaml, pointer: overlay + within, part: 'key' };
}

/** The place furthest down in the patch on the way to one of the pointers; undefined when it touches none. */
export function deepestInPatch(patch: JsonObject, pointers: readonly string[]): string | undefined {
  for (const pointer of pointers) {
    const segments = parsePointer(pointer);
    for (let length = segments.length; length > 0; length--) {
      if (valueAt(patch, segments.slice(0, length)) === undefined) continue;
      return segments.slice(0, length).reduce(childPointer, '');
    }
  }
  return undefined;
}

/** Finds the texts of many places, file by file so that no file is parsed twice. The result is in the order asked. */
export function traceAll(places: readonly PlacedPointer[], positions: Positions): readonly Trace[] {
  const order = [...places.keys()].sort((left, right) => compareSegments(places[left], places[right]));
  const traces = new Map(
    order.flatMap((index) => {
      const place = places[index];
      return place === undefined ? [] : [[index, positions.trace(place.yaml, place.pointer, place.part)] as const];
    }),
  );
  return places.flatMap((_, index) => traces.get(index) ?? []);
}

function compareSegments(left: PlacedPointer | undefined, right: PlacedPointer | undefined): number {
  if (left === undefined || right === undefined) return 0;
  const [one, other] = [left.yaml.source.file, right.yaml.source.file];
  return one === other ? left.yaml.segment.from - right.yaml.segment.from : one < other ? -1 : 1;
}
