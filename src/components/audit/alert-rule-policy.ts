import { checkCondition } from '../../engine/condition/check-condition.ts';
import type { Json, JsonObject } from '../../engine/json.ts';
import { listOf, numberOf, objectOf } from '../../engine/json-fields.ts';
import type { BodyFinding, KindPolicy } from '../../engine/model/registry.ts';
import { mostValues } from './alerts/patterns/distinct.ts';
import { eventFindings } from './check-alert-events.ts';
import { watchedActionFindings } from './check-watched-actions.ts';
import type { AuditFinding } from './findings.ts';

export const alertRulePolicy: KindPolicy = { check, checkAgainst: eventFindings };

function check(body: JsonObject): readonly BodyFinding[] {
  return [
    ...patternFindings(body),
    ...distinctFindings(body),
    ...filterFindings(body['when'], '/when'),
    ...listOf(objectOf(body['sequence'])['of']).flatMap((filter, index) =>
      filterFindings(filter, `/sequence/of/${index}`),
    ),
  ];
}

function filterFindings(filter: Json | undefined, pointer: string): readonly BodyFinding[] {
  return [...checkCondition(filter, pointer), ...watchedActionFindings(filter, pointer)];
}

/** Either `when`, alone or with one of `count` and `absent`, or `sequence`. */
function patternFindings(body: JsonObject): readonly AuditFinding[] {
  const patterns = ['sequence', 'count', 'absent'].filter((name) => body[name] !== undefined);
  const [first, second] = patterns;
  if (first !== undefined && second !== undefined) {
    const message = `A rule has one pattern, and this one already has \`${first}\`.`;
    return [
      {
        code: 'audit/pattern-ambiguous',
        pointer: `/${second}`,
        atKey: true,
        because: [`/${first}`, `/${second}`],
        message,
        hint: 'Make it a rule of its own.',
      },
    ];
  }
  const hasFilter = body['when'] !== undefined;
  if (first === 'sequence' && hasFilter) {
    const message = '`sequence` says itself which entries it is about; `when` has no meaning beside it.';
    return [{ code: 'audit/pattern-ambiguous', pointer: '/when', atKey: true, because: ['/sequence'], message }];
  }
  if (first === 'sequence' || hasFilter) return [];
  const message = 'This rule does not say which entries it is about: it needs `when`, or a `sequence`.';
  return [{ code: 'audit/pattern-missing', pointer: '', because: ['/when', '/sequence'], message }];
}

function distinctFindings(body: JsonObject): readonly AuditFinding[] {
  const { atLeast, distinct } = objectOf(body['count']);
  if (distinct === undefined || (numberOf(atLeast) ?? 0) <= mostValues) return [];
  const message = `At most ${mostValues} different values are told apart, so that this rule would never raise its alarm.`;
  return [{ code: 'audit/too-many-to-tell-apart', pointer: '/count/atLeast', because: ['/count/distinct'], message }];
}
