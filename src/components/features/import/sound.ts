import { isJsonObject, type Json } from '../../../engine/json.ts';
import { entriesOf, listOf, memberOf, objectOf, textsOf } from '../../../engine/json-fields.ts';
import type { FlagImport, ImportedResource, ImportFinding } from '../../flag-import-contract.ts';
import type { ImportFindingCode } from './findings.ts';
import { unwritable } from './unwritable.ts';

/**
 * Without what no file can say, and without what rests on that or on itself: everything that an import writes can be
 * read again. Each resource that is left out is named.
 */
export function soundOnly(made: FlagImport): FlagImport {
  const left = new Map(made.resources.map((resource) => [nameOf(resource), resource]));
  const findings: ImportFinding[] = [];
  const leaveOut = (resource: ImportedResource, why: string): void => {
    left.delete(nameOf(resource));
    findings.push(leftOut(resource, why));
  };
  for (const resource of made.resources) {
    const mistake = unwritable(resource.kind, resource.body);
    if (mistake !== undefined) leaveOut(resource, mistake);
  }
  for (const resource of left.values()) {
    if (isInCircle(resource, left)) leaveOut(resource, 'it asks for itself, by way of others or at once');
  }
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    for (const resource of left.values()) {
      const missing = asked(resource).find((one) => !isThere(one, left));
      if (missing !== undefined) leaveOut(resource, `it asks for ${missing.what}, which is not imported`);
    }
  }
  if (findings.length === 0) return made;
  return { ...made, resources: [...left.values()], findings: [...made.findings, ...findings] };
}

interface Asked {
  readonly name: string;
  readonly variation?: string;
  readonly what: string;
}

function asked({ body, kind }: ImportedResource): readonly Asked[] {
  const segments = segmentsIn(body['rules'] ?? []).map((key) => ({
    name: `Segment/${key}`,
    what: `the segment \`${key}\``,
  }));
  if (kind === 'Segment') return segments;
  const flags = entriesOf(body['prerequisites']).flatMap(([key, variations]) =>
    textsOf(variations).map((variation) => ({
      name: `Flag/${key}`,
      variation,
      what: `\`${variation}\` of \`${key}\``,
    })),
  );
  return [...segments, ...flags];
}

/** At any depth of rules: a member called `segment` says which. */
function segmentsIn(node: Json): readonly string[] {
  if (Array.isArray(node)) return listOf(node).flatMap(segmentsIn);
  if (!isJsonObject(node)) return [];
  return entriesOf(node).flatMap(([name, value]) => (name === 'segment' ? textsOf(value) : segmentsIn(value)));
}

type Resources = ReadonlyMap<string, ImportedResource>;

function isThere({ name, variation }: Asked, left: Resources): boolean {
  const found = left.get(name);
  if (found === undefined) return false;
  return variation === undefined || memberOf(objectOf(found.body['variations']), variation) !== undefined;
}

function isInCircle(resource: ImportedResource, left: Resources): boolean {
  const seen = new Set<string>();
  const waiting = [resource];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    for (const { name } of asked(one)) {
      if (name === nameOf(resource)) return true;
      const next = left.get(name);
      if (next === undefined || seen.has(name)) continue;
      seen.add(name);
      waiting.push(next);
    }
  }
  return false;
}

function nameOf({ key, kind }: ImportedResource): string {
  return `${kind}/${key}`;
}

function leftOut({ key, kind }: ImportedResource, why: string): ImportFinding {
  const code: ImportFindingCode = kind === 'Flag' ? 'import/flag-left-out' : 'import/segment-left-out';
  return { code, effect: 'changed', of: `${kind.toLowerCase()} ${key}`, message: `It was left out: ${why}.` };
}
