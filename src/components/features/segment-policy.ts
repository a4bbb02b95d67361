import { checkCondition } from '../../engine/condition/check-condition.ts';
import type { JsonObject } from '../../engine/json.ts';
import { entriesOf, listOf, memberOf, objectOf, textsOf } from '../../engine/json-fields.ts';
import type { BodyFinding, KindPolicy } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { segmentReach } from './check-reach.ts';
import { shareFindings } from './check-percentages.ts';
import type { FeaturesFinding } from './findings.ts';

export const segmentPolicy: KindPolicy = { check, checkAgainst: segmentReach };

function check(body: JsonObject): readonly BodyFinding[] {
  const rules = listOf(body['rules']).flatMap((rule, index) => {
    const condition = objectOf(rule)['if'];
    const at = `/rules/${index}/if`;
    return [...checkCondition(condition, at), ...shareFindings(condition, at)];
  });
  return [...memberFindings(body), ...rules];
}

function memberFindings(body: JsonObject): readonly FeaturesFinding[] {
  return entriesOf(body['exclude']).flatMap(([contextKind, keys]) => {
    const included = new Set(textsOf(memberOf(body['include'], contextKind)));
    return textsOf(keys).flatMap((key, index): readonly FeaturesFinding[] => {
      if (!included.has(key)) return [];
      const pointer = childPointer(childPointer('/exclude', contextKind), index);
      const message = `The ${contextKind} \`${key}\` is excluded here and included above.`;
      return [{ code: 'features/member-twice', pointer, message }];
    });
  });
}
