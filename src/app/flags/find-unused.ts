import type { FlagsUsage, FlagUsage } from '../flag-client.ts';

/** What was evaluated in one environment. */
export interface EnvironmentUsage extends FlagsUsage {
  readonly environment: string;
}

/** A flag that nobody asks for there. `since` is an instant. */
export type Unused =
  /** Not once since it is live and evaluations are counted. */
  | { readonly why: 'never-evaluated'; readonly environment: string; readonly since: string }
  /** Not since that hour. */
  | { readonly why: 'not-evaluated'; readonly environment: string; readonly since: string };

/** Flags asked for within so many milliseconds are in use: some are asked once a month. */
const quiet = 30 * 86_400_000;

/** By key, of the flags that are live there. Where nobody ever reported, of none is anything known. */
export function findUnused(usage: EnvironmentUsage, now: Date): ReadonlyMap<string, Unused> {
  if (usage.reportedSince === null) return new Map();
  const { environment, reportedSince, since } = usage;
  const counted = Math.max(Date.parse(since), Date.parse(reportedSince));
  return new Map(
    usage.flags.flatMap((flag) => {
      const found = unusedSince(flag, counted, now);
      return found === null ? [] : [[flag.key, { ...found, environment }] as const];
    }),
  );
}

function unusedSince(
  { lastEvaluated, liveSince }: FlagUsage,
  counted: number,
  now: Date,
): Pick<Unused, 'why' | 'since'> | null {
  if (lastEvaluated === null) {
    const since = new Date(Math.max(counted, Date.parse(liveSince))).toISOString();
    return { why: 'never-evaluated', since };
  }
  return now.getTime() - Date.parse(lastEvaluated) < quiet ? null : { why: 'not-evaluated', since: lastEvaluated };
}
