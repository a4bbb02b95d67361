import type { JsonObject } from '../../engine/json.ts';
import { memberOf, numberOf, objectOf, textOf } from '../../engine/json-fields.ts';
import type { Beside, FindBody } from '../../engine/model/registry.ts';
import { instantMilliseconds } from '../../engine/values/instant.ts';
import type { FeaturesFinding } from './findings.ts';

/** An experiment's part of everybody, and when it has it. */
interface Part {
  readonly group: string;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Parts that another experiment of the same group has at the same time; each pair is reported once, at the later key. */
export function overlapFindings(body: JsonObject, _find: FindBody, { all, key }: Beside): readonly FeaturesFinding[] {
  const part = partOf(body);
  if (part === undefined) return [];
  return all('Flag').flatMap((other): readonly FeaturesFinding[] => {
    const theirs = other.key < key ? partOf(other.body) : undefined;
    if (theirs === undefined || !overlap(part, theirs)) return [];
    const [from, to] = [Math.max(part.from, theirs.from), Math.min(part.to, theirs.to)];
    const message = `Flag/${other.key} has ${from} to ${to} percent of the group \`${part.group}\` at the same time.`;
    const because = ['/experiment/exclusive/from', '/experiment/exclusive/to', '/experiment/start', '/experiment/end'];
    return [{ code: 'features/parts-overlap', pointer: '/experiment/exclusive', because, message }];
  });
}

/** None for a flag that is off: it deals nothing to anybody. */
function partOf(body: JsonObject): Part | undefined {
  const state = textOf(body['state']) ?? 'on';
  const experiment = objectOf(body['experiment']);
  const exclusive = experiment['exclusive'];
  const group = textOf(memberOf(exclusive, 'group'));
  const [from, to] = [numberOf(memberOf(exclusive, 'from')), numberOf(memberOf(exclusive, 'to'))];
  if (state !== 'on' || group === undefined || from === undefined || to === undefined) return undefined;
  return {
    group,
    from,
    to,
    start: instantMilliseconds(textOf(experiment['start']) ?? '') ?? Number.NEGATIVE_INFINITY,
    end: instantMilliseconds(textOf(experiment['end']) ?? '') ?? Number.POSITIVE_INFINITY,
  };
}

function overlap(left: Part, right: Part): boolean {
  return (
    left.group === right.group &&
    left.from < right.to &&
    right.from < left.to &&
    left.start < right.end &&
    right.start < left.end
  );
}
