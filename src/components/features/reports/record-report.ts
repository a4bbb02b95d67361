import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import { memberOf } from '../../../engine/json-fields.ts';
import { recordExposures, unitText } from '../experiments/exposures/queries.ts';
import { readContext } from '../evaluation/context/read-context.ts';
import { sensitiveAttributes } from '../ruleset/sensitive-attributes.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { dealtBy } from './dealt-by.ts';
import { isKeepable } from './is-keepable.ts';
import { addCounts, type CountedHour, keptDays } from './counts/queries.ts';
import { selectReportable } from './live/queries.ts';
import type { Report, ReportedCount, ReportReceipt } from './report.ts';
import { rememberContexts } from './seen/queries.ts';
import { identityOf, isTooLarge, withoutSensitive } from './strip-context.ts';
import { believable, mayReport, type Reporter } from './trust.ts';
import { unitFilter } from './unit-filter.ts';

const hour = 3_600_000;

/**
 * Takes a report. Whatever in it speaks of flags or variations
 * that are not live, is too large or too old, or is not the reporter's to tell, is left out and counted; nothing is
 * refused as a whole, since a sender could do nothing about it.
 */
export async function recordReport(
  session: Session,
  report: Report,
  { now, reporter }: { readonly now: Date; readonly reporter: Reporter },
): Promise<ReportReceipt> {
  const { contexts = [], counts = [], exposures = [] } = report;
  const named = new Set([...counts, ...exposures].map(({ flag }) => flag));
  const flags = await selectReportable(session, [...named].toSorted());
  const isLive = (flag: string, variation: string): boolean =>
    memberOf(flags.get(flag)?.variations, variation) !== undefined;

  const counted = counts.filter(
    ({ at, flag, variation }) =>
      flags.has(flag) && (variation === null || isLive(flag, variation)) && isRecent(at, now),
  );
  await addCounts(session, byHour(counted, now), now);

  const keep = contexts.length === 0 ? () => [] : await contextKeeper(session);
  const kept = contexts.flatMap((context) => keep(context, reporter));
  await rememberContexts(session, kept, now);

  const dealt = new Map([...flags].map(([flag, { servings }]) => [flag, dealtBy(servings)]));
  const mayBeKept = exposures.length === 0 ? () => false : await unitFilter(session);
  const exposed = exposures.filter(
    (exposure) =>
      isLive(exposure.flag, exposure.variation) &&
      dealt.get(exposure.flag)?.has(exposure.by) === true &&
      mayBeKept(exposure) &&
      isKeepable(exposure) &&
      isRecent(exposure.at, now) &&
      mayReport(exposure, reporter),
  );
  await recordExposures(
    session,
    exposed.map(({ by, unit, ...exposure }) => ({
      ...exposure,
      unit: unitText(by, unit),
      at: momentOf(exposure, now),
    })),
  );

  const accepted = counted.length + kept.length + exposed.length;
  return { accepted, dropped: counts.length + contexts.length + exposures.length - accepted };
}

/** What is kept of a context that somebody tells of: at most one, without what is sensitive or not theirs to tell. */
export async function contextKeeper(
  session: Session,
): Promise<(given: JsonObject, reporter: Reporter) => readonly JsonObject[]> {
  const described = await readLiveResources(session, ['ContextKind']);
  const sensitive = sensitiveAttributes(described);
  const kinds = new Set(described.map(({ key }) => key));
  return (given, reporter) => {
    const { context } = readContext(given, kinds);
    if (context === undefined) return [];
    // What was read of JSON is JSON.
    const told = withoutSensitive(believable(context as JsonObject, reporter), sensitive);
    return isTooLarge(told) || identityOf(told).length === 0 ? [] : [told];
  };
}

function isRecent(at: string | undefined, now: Date): boolean {
  return at === undefined || Date.parse(at) > now.getTime() - keptDays * 24 * hour;
}

/** What lies ahead is of a clock that is wrong, and counts as now. */
function momentOf({ at }: Pick<ReportedCount, 'at'>, now: Date): Date {
  return at === undefined ? now : new Date(Math.min(Date.parse(at), now.getTime()));
}

/** One row for each hour, flag, variation and reason: a statement cannot write one row twice. */
function byHour(counts: readonly ReportedCount[], now: Date): readonly CountedHour[] {
  const rows = new Map<string, CountedHour>();
  for (const reported of counts) {
    const { flag, reason } = reported;
    const variation = reported.variation ?? '';
    const begin = new Date(Math.floor(momentOf(reported, now).getTime() / hour) * hour);
    const id = JSON.stringify([flag, begin.getTime(), variation, reason]);
    const count = (rows.get(id)?.count ?? 0) + reported.count;
    rows.set(id, { flag, hour: begin, variation, reason, count });
  }
  return [...rows].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
}
