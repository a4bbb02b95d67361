import type { Session } from '../../../db/contract.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { listOf, objectOf, textOf } from '../../../engine/json-fields.ts';
import { archivedSince } from './keeping/archived-since.ts';
import { selectFlags } from './queries.ts';
import { readStarts } from './starts/queries.ts';
import { compileFlag } from '../ruleset/compile-flag.ts';
import type { Rollout, Serving } from '../evaluation/ruleset.ts';
import { experimentErrors } from './errors.ts';
import type { Period } from './exposed/queries.ts';

export interface Metric {
  readonly key: string;
  readonly event: string;
  readonly measure: 'conversion' | 'count' | 'sum' | 'mean';
  readonly property: string | null;
  readonly goal: 'increase' | 'decrease';
}

/** What a live flag says of its experiment. */
export interface Experiment extends Period {
  readonly flag: string;
  /** Null where nothing says what the others are compared with. */
  readonly control: string | null;
  readonly metrics: readonly Metric[];
  /** Since when the flag is archived; null: it is not. */
  readonly archived: Date | null;
  /** Shares of the variations in whatever is dealt; null where rollouts of the flag deal differently. */
  readonly shares: ReadonlyMap<string, number> | null;
}

/** @throws NotFoundError `experiments/unknown` */
export async function readExperiment(session: Session, flag: string, now: Date): Promise<Experiment> {
  const live = (await selectFlags(session, [flag])).get(flag);
  if (live?.body['experiment'] === undefined) {
    throw makeError(experimentErrors.unknown, {
      message: live === undefined ? `There is no live flag ${flag}.` : `The flag ${flag} has no experiment.`,
      param: 'flag',
    });
  }
  const { body, createdAt } = live;
  const { experiment, fallthrough, offVariation, rules = [] } = compileFlag(flag, body);
  const { control, end } = experiment ?? {};
  const starts = await readStarts(session, [flag]);
  return {
    flag,
    control: control ?? offVariation ?? null,
    metrics: listOf(objectOf(body['experiment'])['metrics']).map((metric) => metricOf(objectOf(metric))),
    start: starts.get(flag) ?? createdAt,
    end: end === undefined ? null : new Date(end),
    archived: archivedSince(live, now),
    shares: sharesOf([...rules.map(({ serve }) => serve), ...(fallthrough === undefined ? [] : [fallthrough])]),
  };
}

function metricOf(metric: JsonObject): Metric {
  const measure = textOf(metric['measure']) ?? 'conversion';
  return {
    key: textOf(metric['key']) ?? '',
    event: textOf(metric['event']) ?? '',
    measure: measure === 'count' || measure === 'sum' || measure === 'mean' ? measure : 'conversion',
    property: textOf(metric['property']) ?? null,
    goal: metric['goal'] === 'decrease' ? 'decrease' : 'increase',
  };
}

/** Several rollouts must deal alike: which one dealt somebody, nobody reports. */
function sharesOf(servings: readonly Serving[]): ReadonlyMap<string, number> | null {
  const [first, ...others] = servings.flatMap((serving) => ('rollout' in serving ? [dealt(serving.rollout)] : []));
  if (first === undefined || first.size < 2) return null;
  const isAlike = others.every(
    (other) =>
      other.size === first.size && [...other].every(([variation, share]) => alike(first.get(variation), share)),
  );
  return isAlike ? first : null;
}

function alike(left: number | undefined, right: number): boolean {
  return left !== undefined && Math.abs(left - right) < 1e-9;
}

function dealt({ parts }: Rollout): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  let [from, whole] = [0, 0];
  for (const { upTo, variation } of parts) {
    if (variation !== null) {
      shares.set(variation, (shares.get(variation) ?? 0) + upTo - from);
      whole += upTo - from;
    }
    from = upTo;
  }
  return new Map([...shares].map(([variation, buckets]) => [variation, buckets / whole]));
}
