import type { Session } from '../../../db/contract.ts';
import type { Measured, Observations } from '../../ports.ts';
import { compareResults, type ComparedResults } from './compare-results.ts';
import type { Experiment, Metric } from './experiment.ts';
import { forgottenAt } from './keeping/forgotten-at.ts';
import { type Kept, selectCuts } from './keeping/queries.ts';
import { readExposedUnits } from './exposed/queries.ts';
import { RunningSample } from './running-sample.ts';

export interface ExperimentResults extends ComparedResults {
  /** When is forgotten what was reported; null: the experiment goes on. */
  readonly keptUntil: string | null;
  /** Up to when something is missing, since the environment kept too much; null: nothing. */
  readonly cut: { readonly exposures: string | null; readonly observations: string | null };
}

/** What an experiment has shown so far: who was exposed, what they did afterwards, and what may be concluded of it. */
export async function readResults(
  session: Session,
  experiment: Experiment,
  observations: Observations,
): Promise<ExperimentResults> {
  const units = new Map<string, number>();
  const samples = new Map(experiment.metrics.map((metric) => [metric, new Map<string, RunningSample>()]));
  let quarantined = 0;
  for await (const some of readExposedUnits(session, experiment.flag, experiment)) {
    const clean = some.flatMap(({ since, unit, variation }) =>
      variation === null ? [] : [{ since, unit, variation }],
    );
    quarantined += some.length - clean.length;
    for (const { variation } of clean) units.set(variation, (units.get(variation) ?? 0) + 1);
    for (const metric of experiment.metrics) {
      const measured = await observations.measure(
        session,
        { event: metric.event, property: metric.property, until: experiment.end },
        clean,
      );
      const ofMetric = samples.get(metric);
      for (const [index, { variation }] of clean.entries()) {
        const value = valueOf(metric, measured[index]);
        if (value === null) continue;
        const sample = ofMetric?.get(variation) ?? new RunningSample();
        ofMetric?.set(variation, sample);
        sample.add(value);
      }
    }
  }
  const measured = experiment.metrics.map((metric) => ({
    metric,
    samples: new Map([...(samples.get(metric) ?? [])].map(([variation, sample]) => [variation, sample.sample()])),
  }));
  return {
    ...compareResults(experiment, { units, quarantined, measured }),
    keptUntil: forgottenAt(experiment)?.toISOString() ?? null,
    cut: await readCut(session, experiment),
  };
}

/** Only what was while somebody could take part. */
async function readCut(session: Session, { start }: Experiment): Promise<ExperimentResults['cut']> {
  const cuts = await selectCuts(session);
  const ofThis = (what: Kept): string | null => {
    const upTo = cuts.get(what);
    return upTo === undefined || upTo < start ? null : upTo.toISOString();
  };
  return { exposures: ofThis('exposures'), observations: ofThis('observations') };
}

/** What one unit did; null where it has none, as of a mean of nothing. */
function valueOf({ measure }: Metric, measured: Measured | undefined): number | null {
  const { count = 0, sum = 0 } = measured ?? {};
  switch (measure) {
    case 'conversion':
      return count > 0 ? 1 : 0;
    case 'count':
      return count;
    case 'sum':
      return sum;
    case 'mean':
      return count === 0 ? null : sum / count;
  }
}
