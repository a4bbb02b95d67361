import type { Json, JsonObject } from '../../engine/json.ts';
import { listOf, memberOf } from '../../engine/json-fields.ts';
import type { FindBody } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { unitPath } from './conditions/unit-path.ts';
import { attributeText } from './evaluation/attribute-path.ts';
import type { FeaturesFinding } from './findings.ts';

/** Rollouts of an experiment whose units are sensitive: nobody may tell who was dealt what, so nothing is measured. */
export function unitFindings(body: JsonObject, find: FindBody): readonly FeaturesFinding[] {
  if (body['experiment'] === undefined || body['state'] === 'archived') return [];
  return servingsOf(body).flatMap(([pointer, serving]): readonly FeaturesFinding[] => {
    if (memberOf(serving, 'rollout') === undefined) return [];
    const by = memberOf(serving, 'by');
    const { kind, path } = unitPath(by);
    const [name = ''] = path;
    const attributes = find('ContextKind', kind)?.['attributes'];
    if (memberOf(memberOf(attributes, name), 'sensitive') !== true) return [];
    const place =
      by === undefined
        ? { pointer: childPointer(pointer, 'rollout'), atKey: true }
        : { pointer: childPointer(pointer, 'by') };
    const message = `ContextKind/${kind} says that \`${name}\` is sensitive, so nobody may report who was dealt what by \`${attributeText(kind, path)}\`.`;
    return [{ code: 'features/sensitive-unit', ...place, message }];
  });
}

function servingsOf(body: JsonObject): readonly (readonly [pointer: string, serving: Json | undefined])[] {
  const rules = listOf(body['rules']).map((rule, index) => [`/rules/${index}/serve`, memberOf(rule, 'serve')] as const);
  const steps = listOf(body['schedule']).map(
    (step, index) => [`/schedule/${index}/fallthrough`, memberOf(step, 'fallthrough')] as const,
  );
  return [...rules, ['/fallthrough', body['fallthrough']], ...steps];
}
