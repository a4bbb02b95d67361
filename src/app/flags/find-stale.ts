import type { Configuration } from '../../engine/configuration.ts';
import { instantMilliseconds } from '../../engine/values/instant.ts';
import { type EnvironmentUsage, findUnused, type Unused } from './find-unused.ts';
import { type ListedFlag, listFlags } from './list-flags.ts';

/** Why a flag may go. */
export type Staleness =
  | { readonly why: 'expired'; readonly since: string }
  | {
      readonly why: 'always-the-same';
      /** What everybody gets in every environment; null: the default given in code. */
      readonly variation: string | null;
      /** A rollout to everybody who has these attributes. */
      readonly dealtBy: readonly string[];
    }
  | Unused;

export interface StaleFlag {
  readonly flag: ListedFlag;
  readonly reasons: readonly Staleness[];
}

export interface StaleFlags {
  readonly stale: readonly StaleFlag[];
  /** Of how many. */
  readonly flags: number;
}

/**
 * Flags that have expired, and flags whose rules prove that everybody gets the same in all of the environments; with
 * usage, those as well that nobody asks for.
 */
export function findStale(
  configuration: Configuration,
  environments: readonly string[],
  now: Date,
  usage?: EnvironmentUsage,
): StaleFlags {
  const unused = usage === undefined ? new Map<string, Unused>() : findUnused(usage, now);
  const flags = listFlags(configuration, environments, now);
  const stale = flags
    .map((flag) => {
      const idle = unused.get(flag.key);
      return { flag, reasons: [...expiry(flag, now), ...sameness(flag), ...(idle === undefined ? [] : [idle])] };
    })
    .filter(({ reasons }) => reasons.length > 0);
  return { stale, flags: flags.length };
}

/** From the day itself on. */
function expiry({ expires }: ListedFlag, now: Date): readonly Staleness[] {
  const at = expires === null ? undefined : instantMilliseconds(expires);
  return expires === null || at === undefined || at > now.getTime() ? [] : [{ why: 'expired', since: expires }];
}

function sameness({ environments }: ListedFlag): readonly Staleness[] {
  const answers = environments.map(({ everybody }) => everybody);
  const [first] = answers;
  if (first === undefined || first === null) return [];
  if (answers.some((answer) => answer?.variation !== first.variation)) return [];
  const dealtBy = new Set(answers.flatMap((answer) => answer?.dealtBy ?? []));
  return [{ why: 'always-the-same', variation: first.variation, dealtBy: [...dealtBy].toSorted() }];
}
