import type { Json } from '../../../../engine/json.ts';
import { textOf } from '../../../../engine/json-fields.ts';
import type { FlagImport, ImportOptions } from '../../../flag-import-contract.ts';
import { Draft } from '../draft.ts';
import { Keys } from '../keys.ts';
import { readExport } from './export.ts';
import { importFeature } from './feature.ts';
import { Segments } from './segments.ts';

/** A feature becomes a flag of true and false, as `isEnabled` has it; one with variants another beside it. */
export function importUnleash(exported: Json, { environment }: ImportOptions): FlagImport {
  const draft = new Draft();
  const source = readExport(exported, environment);
  if (source === null) {
    draft.changed('import/not-an-export', undefined, 'There is no list of `features` in it.');
    return draft.done();
  }
  const { environments, onlyDisabled } = source;
  const isChosen = environment === undefined ? environments.length <= 1 : environments.includes(environment);
  if (!isChosen && environments.length > 0) return { ...draft.done(), environments };
  const segments = new Segments(source.segments, draft);
  segments.importAll();
  const features = new Map(source.features.map((feature) => [textOf(feature['name']) ?? '', feature]));
  const keys = new Keys(features.keys());
  for (const name of features.keys()) keys.of(name);
  for (const [name, feature] of features) {
    if (name === '' || !Array.isArray(feature['strategies'] ?? [])) {
      draft.changed('import/not-an-export', undefined, `A feature has no name, or no list of strategies: ${name}.`);
      continue;
    }
    importFeature(name, feature, { features, onlyDisabled, keys, segments, draft });
  }
  return draft.done();
}
