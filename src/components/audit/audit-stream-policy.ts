import { checkCondition } from '../../engine/condition/check-condition.ts';
import type { Json, JsonObject } from '../../engine/json.ts';
import { entriesOf, objectOf, textOf } from '../../engine/json-fields.ts';
import type { Beside, BodyFinding, FindBody, KindPolicy } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { durationMilliseconds } from '../../engine/values/duration.ts';
import type { AuditFinding } from './findings.ts';

const revealing = /^(authorization|proxy-authorization|cookie)$|token|secret|password|api-?key|signature/i;
export const auditStreamPolicy: KindPolicy = { check, checkAgainst: inClear, credentials: revealing };

/** Milliseconds. */
const longestGathering = 60_000;

const reserved: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-type',
  'host',
  'transfer-encoding',
  'x-platform-signature',
]);

function check(body: JsonObject): readonly BodyFinding[] {
  return [
    ...headerFindings(objectOf(objectOf(body['to'])['webhook'])['headers']),
    ...checkCondition(body['only'], '/only'),
    ...gatheringFindings(textOf(objectOf(body['batch'])['within'])),
  ];
}

function headerFindings(headers: Json | undefined): readonly AuditFinding[] {
  return entriesOf(headers).flatMap(([name, value]): readonly AuditFinding[] => {
    const pointer = childPointer('/to/webhook/headers', name);
    if (reserved.has(name.toLowerCase())) {
      const message = `\`${name}\` is set with every call and cannot be changed.`;
      return [{ code: 'audit/header-reserved', pointer, atKey: true, message }];
    }
    if (!revealing.test(name) || textOf(value)?.includes('${secrets.') === true) return [];
    const message = `\`${name}\` tells the receiver who is calling and cannot stand in a file.`;
    const hint = 'Write `${secrets.NAME}` and set the secret on the server.';
    return [{ code: 'audit/header-in-clear', pointer, message, hint, sensitive: true }];
  });
}

function gatheringFindings(within: string | undefined): readonly AuditFinding[] {
  if (within === undefined || (durationMilliseconds(within) ?? 0) <= longestGathering) return [];
  const message = 'Entries are gathered for at most `60s`: whoever watches them must not learn of them later.';
  return [{ code: 'audit/gathered-too-long', pointer: '/batch/within', message }];
}

/** Every batch for it would be refused. */
function inClear(body: JsonObject, _find: FindBody, beside: Beside): readonly AuditFinding[] {
  if (body['enabled'] === false) return [];
  const to = objectOf(body['to']);
  const sinks = (['webhook', 'splunk'] as const).filter((sink) =>
    textOf(objectOf(to[sink])['url'])?.startsWith('http:'),
  );
  if (sinks.length === 0 || beside.mode !== 'live') return [];
  return sinks.map((sink) => ({
    code: 'audit/url-in-clear',
    severity: 'warning',
    pointer: `/to/${sink}/url`,
    message: 'A live environment sends entries to `https://` addresses only: nothing is sent to this one.',
    hint: 'Write https://; http:// is for environments whose mode is `test`.',
  }));
}
