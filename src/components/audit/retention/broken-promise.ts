import type { Json, JsonObject } from '../../../engine/json.ts';
import { objectOf, textOf, textsOf } from '../../../engine/json-fields.ts';
import { durationMilliseconds } from '../../../engine/values/duration.ts';

/**
 * Why a policy may not become another, or be deleted (null): an immutable one keeps what it promised, for the entries
 * that it promised it for. It may keep longer, and more. Null where nothing is broken. Pure.
 */
export function brokenPromise(before: JsonObject, after: JsonObject | null): string | null {
  if (before['immutable'] !== true) return null;
  if (after === null) return 'is immutable and cannot be deleted';
  if (after['immutable'] !== true) return 'is immutable and stays so';
  if (milliseconds(after['keep']) < milliseconds(before['keep'])) {
    return `is immutable and keeps entries for ${textOf(before['keep'])} or longer, not for ${textOf(after['keep'])}`;
  }
  const about = [objectOf(before['appliesTo']), objectOf(after['appliesTo'])] as const;
  if (leavesOut(about, 'tenants') || leavesOut(about, 'actions')) {
    return 'is immutable and cannot be about fewer entries than before';
  }
  const [was, is] = [before['archive'], after['archive']];
  if (was === undefined) return null;
  if (is === undefined) return 'is immutable and archives entries when their time is over';
  return keptInArchive(is) < keptInArchive(was) ? 'is immutable and keeps its archive as long as before' : null;
}

/** Without a list, all are meant. */
function leavesOut([before, after]: readonly [JsonObject, JsonObject], name: 'tenants' | 'actions'): boolean {
  if (after[name] === undefined) return false;
  const kept = new Set(textsOf(after[name]));
  return before[name] === undefined || textsOf(before[name]).some((one) => !kept.has(one));
}

function keptInArchive(archive: Json): number {
  return milliseconds(objectOf(archive)['keep']);
}

/** Absent: for ever. */
function milliseconds(duration: Json | undefined): number {
  return durationMilliseconds(textOf(duration) ?? '') ?? Number.POSITIVE_INFINITY;
}
