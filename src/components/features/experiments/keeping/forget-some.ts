import type { Session } from '../../../../db/contract.ts';
import { archivedSince } from './archived-since.ts';
import { forgottenAt, keptSince } from './forgotten-at.ts';
import {
  cutUpTo,
  deleteExposuresOf,
  deleteObservationsBefore,
  type Kept,
  selectFirstExposure,
  selectMeasuredFlags,
  selectMomentBeyond,
  tellers,
} from './queries.ts';
import { type LiveFlag, selectFlags } from '../queries.ts';
import { compileFlag } from '../../ruleset/compile-flag.ts';

export interface Bounds {
  /** Exposures that an environment keeps, and observations; as many again of those no secret key vouches for. */
  readonly most: number;
  /** Rows that one transaction deletes of each. */
  readonly atOnce: number;
}

/** As many as can be counted once an hour, and some gigabytes of rows. */
export const bounds: Bounds = { most: 5_000_000, atOnce: 20_000 };

/**
 * Forgets a part of what an environment need not keep of its experiments, and says whether there is more: what was
 * reported of those that have long been over and of flags that are gone, what units did before the first exposure that
 * is kept, and of whatever is too much the oldest.
 */
export async function forgetSome(session: Session, now: Date, { atOnce, most }: Bounds): Promise<boolean> {
  let isMore = false;
  const noted = (deleted: number): void => {
    isMore ||= deleted >= atOnce;
  };
  const flags = await selectMeasuredFlags(session);
  const live = await selectFlags(session, flags);
  for (const flag of flags) {
    const old = oldOf(live.get(flag), now);
    if (old !== null) noted(await deleteExposuresOf(session, flag, old.before, atOnce));
  }
  const first = await selectFirstExposure(session);
  const since = keptSince(now);
  const before = first !== null && first < since ? first : since;
  for (const who of tellers) {
    noted(await deleteObservationsBefore(session, before, who, atOnce));
    for (const what of ['exposures', 'observations'] satisfies Kept[]) {
      const upTo = await selectMomentBeyond(session, what, who, most);
      if (upTo !== null) noted(await cutUpTo(session, what, who, { upTo, atOnce }));
    }
  }
  return isMore;
}

/** Which exposures of a flag are old: all, those before a moment, or (null) none. */
function oldOf(flag: LiveFlag | undefined, now: Date): { readonly before: Date | null } | null {
  if (flag?.body['experiment'] === undefined) return { before: keptSince(now) };
  const end = compileFlag(flag.key, flag.body).experiment?.end;
  const at = forgottenAt({
    archived: archivedSince(flag, now),
    end: end === undefined ? null : new Date(end),
  });
  return at === null || at > now ? null : { before: null };
}
