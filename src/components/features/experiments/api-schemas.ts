import type { JsonObject } from '../../../engine/json.ts';
import { reportedDateTime } from '../../../server/date-time.ts';
import { unitFields } from '../reports/api-schemas.ts';

const observation: JsonObject = {
  title: 'Observation',
  type: 'object',
  required: ['by', 'unit', 'event'],
  additionalProperties: false,
  properties: {
    ...unitFields,
    event: { type: 'string', minLength: 1, maxLength: 255, description: 'What was done: the key of an EventSchema.' },
    properties: {
      type: 'object',
      maxProperties: 50,
      additionalProperties: { type: 'number' },
      description:
        'What of it is a number, between -1e15 and 1e15: `{ "total": 49 }`. An observation with a larger one is not taken.',
    },
    at: { type: 'string', format: reportedDateTime, description: 'Absent: now. What lies ahead counts as now.' },
    id: {
      type: 'string',
      minLength: 1,
      maxLength: 128,
      description: 'Of the event. What a unit is told to have done twice under one id counts once.',
    },
  },
};

export const observationsBody: JsonObject = {
  type: 'object',
  required: ['observations'],
  additionalProperties: false,
  properties: { observations: { type: 'array', minItems: 1, maxItems: 1000, items: observation } },
};

const number: JsonObject = { type: 'number' };
const integer: JsonObject = { type: 'integer' };
const text: JsonObject = { type: 'string' };
const orNull = ({ type = 'object', ...schema }: JsonObject): JsonObject => ({ ...schema, type: [type, 'null'] });

function shape(title: string, properties: JsonObject, description?: string): JsonObject {
  const said = description === undefined ? {} : { description };
  return { title, type: 'object', required: Object.keys(properties), additionalProperties: false, ...said, properties };
}

const interval = shape('Interval', { from: number, to: number });
const liftInterval: JsonObject = {
  ...orNull(interval),
  description: 'Null: it has no bounds, as the mean of the control may itself be 0.',
};
const welch = { difference: number, interval, lift: orNull(number), liftInterval, pValue: number };
/** JSON has no infinity. */
const statistic: JsonObject = { type: ['number', 'null'], description: 'Null: beyond all bounds.' };
const chiSquare = { statistic, degrees: integer, pValue: number };

const measured = shape('MeasuredVariation', {
  variation: text,
  units: integer,
  mean: number,
  deviation: number,
  comparison: orNull(
    shape(
      'Comparison',
      { ...welch, correctedPValue: number },
      'Against the control. Holds however often it is looked at: an asymptotic confidence sequence. `correctedPValue` is Holm’s, over all metrics and variations.',
    ),
  ),
  verdict: { type: 'string', enum: ['control', 'better', 'worse', 'undecided'] },
  once: orNull(
    shape(
      'TestsForOneLook',
      { welch: orNull(shape('WelchTest', welch)), chiSquare: orNull(shape('ChiSquareTest', chiSquare)) },
      'The same by tests that hold for one look alone, at a moment settled beforehand.',
    ),
  ),
});

export const resultsSchema: JsonObject = shape('ExperimentResults', {
  flag: text,
  start: {
    ...text,
    format: 'date-time',
    description: 'From when exposures count: as the flag says, else from when the experiment was added to it.',
  },
  end: orNull({ ...text, format: 'date-time' }),
  control: orNull(text),
  confidence: number,
  units: integer,
  keptUntil: {
    ...orNull({ ...text, format: 'date-time' }),
    description:
      'When is forgotten what was reported: 90 days after the end, or after the flag was archived. Null: the experiment goes on.',
  },
  cut: shape(
    'CutRecords',
    { exposures: orNull({ ...text, format: 'date-time' }), observations: orNull({ ...text, format: 'date-time' }) },
    'An environment keeps five million of each that secret keys tell of, and as many of others; of the oldest beyond that, up to these moments, some is missing here. Null: nothing.',
  ),
  quarantined: { ...integer, description: 'Units that were dealt more than one variation, and count for none.' },
  variations: {
    type: 'array',
    items: shape('VariationUnits', { variation: text, units: integer, expectedShare: orNull(number) }),
  },
  sampleRatio: orNull(
    shape(
      'SampleRatio',
      { ...chiSquare, mismatch: { type: 'boolean' } },
      'Whether units are divided as the rollout says. A mismatch (p < 0.001, where five or more were expected of each) means that something is lost on the way: trust no metric. Null: rollouts of the flag deal differently, or nobody was exposed.',
    ),
  ),
  metrics: {
    type: 'array',
    items: shape('MetricResults', {
      key: text,
      event: text,
      measure: text,
      property: orNull(text),
      goal: text,
      variations: { type: 'array', items: measured },
    }),
  },
});
