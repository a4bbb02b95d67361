import type { Operation } from '../../../server/operation.ts';
import { validated } from '../../../server/validated.ts';
import type { Services } from '../../contract.ts';
import { receiptSchema } from '../reports/api-schemas.ts';
import { isKeepable } from '../reports/is-keepable.ts';
import { reporterOf } from '../reports/trust.ts';
import { mayReport } from '../reports/trust.ts';
import { unitFilter } from '../reports/unit-filter.ts';
import { observationsBody, resultsSchema } from './api-schemas.ts';
import { experimentErrors } from './errors.ts';
import { readExperiment } from './experiment.ts';
import { unitText } from './exposures/queries.ts';
import { isMeasurable } from './observations/is-measurable.ts';
import { tableObservations } from './observations/queries.ts';
import { readResults } from './results.ts';

interface ObservationsBody {
  readonly observations: readonly {
    readonly by: string;
    readonly unit: string;
    readonly event: string;
    readonly properties?: { readonly [name: string]: number };
    readonly at?: string;
    readonly id?: string;
  }[];
}

/** What units did, and what experiments have shown. */
export function experimentOperations({ host, ports }: Services): readonly Operation[] {
  const observations = ports.observations ?? tableObservations;
  return [
    {
      id: 'experiments.observe',
      method: 'POST',
      path: '/v1/experiments/observations',
      tag: 'Experiments',
      summary: 'Report what units did',
      description:
        'The events that metrics of experiments are made of. A signed-in user reports only what they themselves and their tenant did.',
      auth: ['secret', 'publishable', 'user'],
      scope: 'flags:read',
      body: observationsBody,
      responses: { 200: { description: 'How much of it was taken.', schema: receiptSchema } },
      errors: [],
      transaction: 'write',
      recordsOnly: true,
      handle: async ({ session, caller, now }, { body }) => {
        const told = validated<ObservationsBody>(body).observations;
        const reporter = reporterOf(caller);
        const mayBeKept = await unitFilter(session);
        const taken = told.filter(
          (one) => mayReport(one, reporter) && isKeepable(one) && isMeasurable(one.properties) && mayBeKept(one),
        );
        await observations.record(
          session,
          taken.map(({ at, by, event, id, properties = {}, unit }) => ({
            unit: unitText(by, unit),
            event,
            properties,
            id: id ?? host.ids.next('obs'),
            at: new Date(Math.min(at === undefined ? now.getTime() : Date.parse(at), now.getTime())),
          })),
        );
        return { status: 200, body: { accepted: taken.length, dropped: told.length - taken.length } };
      },
    },
    {
      id: 'experiments.results',
      method: 'GET',
      path: '/v1/experiments/{flag}/results',
      tag: 'Experiments',
      summary: 'Say what an experiment has shown so far',
      description: 'Of the experiment that a live flag declares. May be looked at whenever you like.',
      auth: ['secret'],
      scope: 'experiments:read',
      params: {
        type: 'object',
        required: ['flag'],
        properties: { flag: { type: 'string', minLength: 1, maxLength: 255, description: 'Key of the flag.' } },
      },
      responses: { 200: { description: 'So far.', schema: resultsSchema } },
      errors: [experimentErrors.unknown],
      transaction: 'read',
      handle: async ({ session, now }, { params: { flag = '' } }) => ({
        status: 200,
        body: await readResults(session, await readExperiment(session, flag, now), observations),
      }),
    },
  ];
}
