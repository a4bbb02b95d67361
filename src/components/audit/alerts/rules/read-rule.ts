import { hashJson } from '../../../../engine/canonical-json.ts';
import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, numberOf, objectOf, textOf, textsOf } from '../../../../engine/json-fields.ts';
import { durationMilliseconds } from '../../../../engine/values/duration.ts';
import type { Pattern, Rule, RuleAction } from './rule.ts';

/** The body of an AlertRule that validation has let through; null where it does not watch. */
export function readRule(key: string, body: JsonObject): Rule | null {
  if (body['enabled'] === false) return null;
  const { absent, count, sequence, when } = body;
  const pattern = readPattern(body);
  const by = textOf(objectOf(count ?? absent ?? sequence)['by']) ?? null;
  return {
    key,
    patternHash: hashJson([when ?? null, count ?? null, absent ?? null, sequence ?? null]),
    pattern,
    by,
    cooldown: length(body['cooldown']),
    severity: textOf(body['severity']) ?? 'medium',
    actions: listOf(body['then']).flatMap(readAction),
    tags: textsOf(body['tags']),
  };
}

function readPattern({ absent, count, sequence, when = {} }: JsonObject): Pattern {
  if (sequence !== undefined) {
    const { of, within } = objectOf(sequence);
    return { is: 'sequence', of: listOf(of), within: length(within) };
  }
  if (absent !== undefined) return { is: 'absent', when, length: length(objectOf(absent)['for']) };
  if (count === undefined) return { is: 'each', when };
  const { distinct, ...counted } = objectOf(count);
  const atLeast = numberOf(counted['atLeast']) ?? 1;
  const within = length(counted['within']);
  const field = textOf(distinct);
  if (field !== undefined) return { is: 'distinct', when, atLeast, within, field };
  return { is: 'count', when, atLeast, within };
}

function readAction(action: Json): readonly RuleAction[] {
  const { event, webhook, workflow } = objectOf(action);
  if (typeof event === 'string') return [{ does: 'event', type: event }];
  if (typeof webhook === 'string') return [{ does: 'webhook', endpoint: webhook }];
  return typeof workflow === 'string' ? [{ does: 'workflow', workflow }] : [];
}

function length(duration: Json | undefined): number {
  return durationMilliseconds(textOf(duration) ?? '') ?? 0;
}
