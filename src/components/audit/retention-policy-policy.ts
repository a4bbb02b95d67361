import type { JsonObject } from '../../engine/json.ts';
import { textOf } from '../../engine/json-fields.ts';
import type { KindPolicy } from '../../engine/model/registry.ts';
import { durationMilliseconds } from '../../engine/values/duration.ts';
import type { AuditFinding } from './findings.ts';

export const retentionPolicyPolicy: KindPolicy = { check };

const leastDays = 90;
const dayMilliseconds = 86_400_000;

function check(body: JsonObject): readonly AuditFinding[] {
  const keep = durationMilliseconds(textOf(body['keep']) ?? '');
  if (keep === undefined || keep >= leastDays * dayMilliseconds) return [];
  const message = `Entries must be kept for at least ${leastDays} days.`;
  return [{ code: 'audit/keep-too-short', pointer: '/keep', message, hint: `Write \`${leastDays}d\` or longer.` }];
}
