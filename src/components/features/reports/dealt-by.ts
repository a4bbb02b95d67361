import type { Json } from '../../../engine/json.ts';
import { memberOf } from '../../../engine/json-fields.ts';
import { unitPath } from '../conditions/unit-path.ts';
import { attributeText } from '../evaluation/attribute-path.ts';

/**
 * The attributes that rollouts among these deal by, as exposures name them: `user.key`. A unit of any other was dealt
 * nothing, and would be one more that an experiment measures.
 */
export function dealtBy(servings: readonly Json[]): ReadonlySet<string> {
  const rollouts = servings.filter((serving) => memberOf(serving, 'rollout') !== undefined);
  return new Set(
    rollouts.map((rollout) => {
      const { kind, path } = unitPath(memberOf(rollout, 'by'));
      return attributeText(kind, path);
    }),
  );
}
