import type { Json } from '../../../engine/json.ts';
import { numberOf, objectOf, textOf } from '../../../engine/json-fields.ts';
import type { ExperimentRules } from '../evaluation/ruleset.ts';
import { buckets, type DealDefaults } from '../conditions/deal.ts';
import { instantOf } from '../conditions/instant-of.ts';

/** What an experiment changes about who gets what; what it measures is nothing to an evaluation. */
export function compileExperiment(written: Json, { hash }: DealDefaults): ExperimentRules {
  const experiment = objectOf(written);
  const [start, end] = [instantOf(experiment['start']), instantOf(experiment['end'])];
  const control = textOf(experiment['control']);
  const [exclusive, holdout] = [objectOf(experiment['exclusive']), objectOf(experiment['holdout'])];
  const [group, kept] = [textOf(exclusive['group']), textOf(holdout['group'])];
  return {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(control === undefined ? {} : { control }),
    ...(group === undefined ? {} : { exclusive: { deal: groupDeal(group, hash), ...edges(exclusive) } }),
    ...(kept === undefined
      ? {}
      : {
          holdout: {
            deal: { hash: 'murmur3', salt: `${kept}.holdout` },
            upTo: buckets(numberOf(holdout['percent'])),
          },
        }),
  };
}

function edges(part: { readonly [name: string]: Json }): { readonly from: number; readonly to: number } {
  return { from: buckets(numberOf(part['from'])), to: buckets(numberOf(part['to'])) };
}

/** GrowthBook's namespaces are dealt by its first hash whatever the experiments in them use. */
function groupDeal(group: string, hash: DealDefaults['hash']): NonNullable<ExperimentRules['exclusive']>['deal'] {
  if (hash === 'growthbook' || hash === 'growthbook-v2') return { hash: 'growthbook', salt: `__${group}` };
  return { hash: 'murmur3', salt: `${group}.exclusive` };
}
