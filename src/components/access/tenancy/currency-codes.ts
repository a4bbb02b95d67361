import type { Json } from '../../../engine/json.ts';
import { models } from '../generated/models.gen.ts';

/** ISO 4217, as the kinds of this component know it. */
export const currencyCodes: readonly Json[] =
  models.find(({ kind }) => kind === 'Tenancy')?.schema.properties?.['currencies']?.items?.enum ?? [];
