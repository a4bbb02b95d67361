import type { Json } from '../../engine/json.ts';
import { listOf, numberOf, objectOf, textOf } from '../../engine/json-fields.ts';
import type { BodyReference } from '../../engine/model/registry.ts';
import { dateFindings, orderFindings } from './check-dates.ts';
import { fineness } from './check-percentages.ts';
import type { FeaturesFinding } from './findings.ts';

export function experimentFindings(value: Json | undefined): readonly FeaturesFinding[] {
  const experiment = objectOf(value);
  const dates = [
    { text: textOf(experiment['start']), pointer: '/experiment/start' },
    { text: textOf(experiment['end']), pointer: '/experiment/end' },
  ];
  const exclusive = objectOf(experiment['exclusive']);
  return [
    ...metricFindings(experiment['metrics']),
    ...dateFindings(dates),
    ...orderFindings(dates),
    ...fineness(exclusive['from'], '/experiment/exclusive/from'),
    ...fineness(exclusive['to'], '/experiment/exclusive/to'),
    ...fineness(objectOf(experiment['holdout'])['percent'], '/experiment/holdout/percent'),
    ...partFindings(numberOf(exclusive['from']), numberOf(exclusive['to'])),
  ];
}

function metricFindings(metrics: Json | undefined): readonly FeaturesFinding[] {
  return listOf(metrics).flatMap((item, index): readonly FeaturesFinding[] => {
    const metric = objectOf(item);
    const measure = textOf(metric['measure']) ?? 'conversion';
    const addsUp = measure === 'sum' || measure === 'mean';
    const hasProperty = metric['property'] !== undefined;
    if (addsUp === hasProperty) return [];
    const at = `/experiment/metrics/${index}`;
    const rest = { code: 'features/metric-property', because: [`${at}/measure`, `${at}/property`] } as const;
    if (addsUp)
      return [{ ...rest, pointer: `${at}/measure`, message: `\`${measure}\` needs the \`property\` it is taken of.` }];
    const message = `\`${measure}\` looks at no property; \`sum\` and \`mean\` do.`;
    return [{ ...rest, pointer: `${at}/property`, atKey: true, message }];
  });
}

function partFindings(from: number | undefined, to: number | undefined): readonly FeaturesFinding[] {
  if (from === undefined || to === undefined || from < to) return [];
  const message = `Nobody is left between ${from} and ${to} percent.`;
  return [
    {
      code: 'features/part-out-of-order',
      pointer: '/experiment/exclusive/to',
      because: ['/experiment/exclusive/from'],
      message,
    },
  ];
}

/** Properties of metrics are those of the event's schema, where it declares any. */
export function metricReferences(experiment: Json | undefined): readonly BodyReference[] {
  return listOf(objectOf(experiment)['metrics']).flatMap((item, index) => {
    const metric = objectOf(item);
    const event = textOf(metric['event']);
    const property = textOf(metric['property']);
    if (event === undefined || property === undefined) return [];
    const pointer = `/experiment/metrics/${index}/property`;
    return [{ pointer, kind: 'EventSchema', key: event, member: { path: 'properties', name: property, open: true } }];
  });
}
