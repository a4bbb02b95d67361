import type { JsonObject } from '../../engine/json.ts';
import { objectOf, textOf, textsOf } from '../../engine/json-fields.ts';
import type { KindPolicy } from '../../engine/model/registry.ts';
import { didYouMean } from '../../engine/validate/did-you-mean.ts';
import type { AccessFinding } from './findings.ts';

export const tenancyPolicy: KindPolicy = { check };

function check(body: JsonObject): readonly AccessFinding[] {
  return [...modeFindings(body), ...defaultFindings(body)];
}

function modeFindings({ mode, tenant }: JsonObject): readonly AccessFinding[] {
  const isSingle = mode === 'single';
  if (isSingle === (tenant !== undefined)) return [];
  const rest = { code: 'access/tenant-and-mode', because: ['/mode', '/tenant'] } as const;
  if (isSingle) {
    const message = '`mode: single` needs the id of that tenant beside it.';
    return [{ ...rest, pointer: '/mode', message, hint: 'Write `tenant: acme`, with an id of your own.' }];
  }
  const message = '`tenant` means something only with `mode: single`.';
  return [{ ...rest, pointer: '/tenant', atKey: true, message }];
}

/** Which list holds the values that a default may be. */
const lists = { currency: 'currencies', region: 'regions', dataResidency: 'dataResidency' } as const;

function defaultFindings(body: JsonObject): readonly AccessFinding[] {
  const defaults = objectOf(body['defaults']);
  return Object.entries(lists).flatMap(([field, list]) => {
    const value = textOf(defaults[field]);
    const allowed = body[list];
    if (value === undefined || !Array.isArray(allowed) || allowed.includes(value)) return [];
    const hint = didYouMean(value, textsOf(allowed));
    return [
      {
        code: 'access/default-not-listed',
        pointer: `/defaults/${field}`,
        because: [`/${list}`],
        message: `\`${value}\` is not among \`${list}\`.`,
        ...(hint === undefined ? {} : { hint }),
      } as const,
    ];
  });
}
