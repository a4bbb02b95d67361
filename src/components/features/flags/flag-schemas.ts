import type { JsonObject } from '../../../engine/json.ts';

export const flagKeySchema: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  description: 'Key of the Flag.',
};

/** What the model of the kind says in full is checked with the whole configuration, which finds more than a schema. */
export const flagBodySchema: JsonObject = {
  type: 'object',
  description:
    'A Flag as it is written in YAML, without `kind` and `key`; docs/reference/flag.md describes its fields. Mistakes are answered with `changes/invalid`, each with its place.',
};
