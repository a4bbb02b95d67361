import type { Json, JsonObject } from '../../engine/json.ts';
import { entriesOf, textOf } from '../../engine/json-fields.ts';
import type { Beside, FindBody, KindPolicy } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { durationMilliseconds } from '../../engine/values/duration.ts';
import { eventVersion } from './event-version.ts';
import type { EventsFinding } from './findings.ts';

const longestTimeout = 60_000;
const revealing = /^(authorization|proxy-authorization|cookie)$|token|secret|password|api-?key|signature/i;
export const webhookEndpointPolicy: KindPolicy = { check, checkAgainst: inClear, credentials: revealing };

const reserved: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-type',
  'host',
  'transfer-encoding',
  'x-platform-event-version',
  'x-platform-signature',
]);

function check(body: JsonObject): readonly EventsFinding[] {
  return [
    ...headerFindings(body['headers']),
    ...timeoutFindings(textOf(body['timeout'])),
    ...versionFindings(textOf(body['version'])),
  ];
}

function headerFindings(headers: Json | undefined): readonly EventsFinding[] {
  return entriesOf(headers).flatMap(([name, value]): readonly EventsFinding[] => {
    const pointer = childPointer('/headers', name);
    if (reserved.has(name.toLowerCase())) {
      return [
        {
          code: 'events/header-reserved',
          pointer,
          atKey: true,
          message: `\`${name}\` is set with every call and cannot be changed.`,
        },
      ];
    }
    if (!revealing.test(name) || textOf(value)?.includes('${secrets.') === true) return [];
    const message = `\`${name}\` tells the receiver who is calling and cannot stand in a file.`;
    return [
      {
        code: 'events/header-in-clear',
        pointer,
        message,
        hint: 'Write `${secrets.NAME}` and set the secret on the server.',
        sensitive: true,
      },
    ];
  });
}

function timeoutFindings(timeout: string | undefined): readonly EventsFinding[] {
  if (timeout === undefined || (durationMilliseconds(timeout) ?? 0) <= longestTimeout) return [];
  return [{ code: 'events/timeout-too-long', pointer: '/timeout', message: 'An answer is waited for at most `60s`.' }];
}

function versionFindings(version: string | undefined): readonly EventsFinding[] {
  if (version === undefined || version === eventVersion) return [];
  const message = `Events are written in the form of \`${eventVersion}\`, and in no other.`;
  return [{ code: 'events/version-unknown', pointer: '/version', message }];
}

/** Every call there is refused. */
function inClear(body: JsonObject, _find: FindBody, beside: Beside): readonly EventsFinding[] {
  if (body['enabled'] === false) return [];
  if (textOf(body['url'])?.startsWith('http:') !== true || beside.mode !== 'live') return [];
  return [
    {
      code: 'events/url-in-clear',
      severity: 'warning',
      pointer: '/url',
      message: 'A live environment calls `https://` addresses only: nothing is delivered to this one.',
      hint: 'Write https://; http:// is for environments whose mode is `test`.',
    },
  ];
}
