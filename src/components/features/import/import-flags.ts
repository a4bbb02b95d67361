import type { FlagImporter } from '../../flag-import-contract.ts';
import { importFlagd } from './flagd/import-flagd.ts';
import { importGrowthBook } from './growthbook/import-growthbook.ts';
import { importLaunchDarkly } from './launchdarkly/import-launchdarkly.ts';
import { soundOnly } from './sound.ts';
import { importUnleash } from './unleash/import-unleash.ts';

const importers = {
  launchdarkly: importLaunchDarkly,
  unleash: importUnleash,
  growthbook: importGrowthBook,
  flagd: importFlagd,
} as const;

export const flagImporter: FlagImporter = {
  import: (source, exported, options) => soundOnly(importers[source](exported, options)),
};
