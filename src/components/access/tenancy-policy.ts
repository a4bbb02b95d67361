import type { JsonObject } from '../../engine/json.ts';
import { entriesOf, memberOf, objectOf, textOf, textsOf } from '../../engine/json-fields.ts';
import type { KindPolicy } from '../../engine/model/registry.ts';
import { didYouMean } from '../../engine/validate/did-you-mean.ts';
import type { AccessFinding } from './findings.ts';

export const tenancyPolicy: KindPolicy = { check };

function check(body: JsonObject): readonly AccessFinding[] {
  return [...modeFindings(body), ...defaultFindings(body), ...incompleteFindings(body)];
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

/** What the server cannot know of the one tenant that it makes, since there is nobody who could be asked. */
function incompleteFindings(body: JsonObject): readonly AccessFinding[] {
  const tenant = textOf(body['tenant']);
  if (body['mode'] !== 'single' || tenant === undefined) return [];
  const defaults = objectOf(body['defaults']);
  const code = 'access/single-tenant-incomplete';
  const open = Object.entries(lists).flatMap(([field, list]): readonly AccessFinding[] => {
    const allowed = textsOf(body[list] ?? []);
    if (allowed.length < 2 || defaults[field] !== undefined) return [];
    const message = `The server makes \`${tenant}\`, and cannot know which of \`${list}\` is its own.`;
    const hint = `Write \`defaults: { ${field}: ${allowed[0]} }\`, with the one that is.`;
    return [{ code, pointer: `/${list}`, because: ['/mode', '/tenant', '/defaults'], message, hint }];
  });
  const attributes = memberOf(body['attributes'], 'tenant');
  const required = entriesOf(attributes ?? {}).flatMap(([name, declaration]): readonly AccessFinding[] => {
    if (memberOf(declaration, 'required') !== true) return [];
    const message = `The server makes \`${tenant}\`, and cannot know its \`${name}\`, which must be there.`;
    const hint = 'Remove `required`, and give the tenant the attribute once it is there: `dream tenants update`.';
    const pointer = `/attributes/tenant/${name}/required`;
    return [{ code, pointer, because: ['/mode', '/tenant'], message, hint }];
  });
  return [...open, ...required];
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
