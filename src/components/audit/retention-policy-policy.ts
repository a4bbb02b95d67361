import type { JsonObject } from '../../engine/json.ts';
import { objectOf, textOf } from '../../engine/json-fields.ts';
import type { KindPolicy } from '../../engine/model/registry.ts';
import { durationMilliseconds } from '../../engine/values/duration.ts';
import type { AuditFinding } from './findings.ts';
import { archiveAddress } from './retention/archive/archive-address.ts';
import { brokenPromise } from './retention/broken-promise.ts';

export const retentionPolicyPolicy: KindPolicy = { check, refuses: brokenPromise };

const leastDays = 90;
const dayMilliseconds = 86_400_000;

function check(body: JsonObject): readonly AuditFinding[] {
  return [...keepFindings(body), ...archiveFindings(body)];
}

function keepFindings(body: JsonObject): readonly AuditFinding[] {
  const keep = durationMilliseconds(textOf(body['keep']) ?? '');
  if (keep === undefined || keep >= leastDays * dayMilliseconds) return [];
  const message = `Entries must be kept for at least ${leastDays} days.`;
  return [{ code: 'audit/keep-too-short', pointer: '/keep', message, hint: `Write \`${leastDays}d\` or longer.` }];
}

function archiveFindings(body: JsonObject): readonly AuditFinding[] {
  const to = textOf(objectOf(body['archive'])['to']);
  if (to === undefined || archiveAddress.test(to) || to.includes('${')) return [];
  const message = 'Archives go to a folder or a bucket, and this is the address of neither.';
  const hint = 'Write `file:///var/archive`, or `s3://bucket/prefix`.';
  return [{ code: 'audit/archive-address', pointer: '/archive/to', message, hint }];
}
