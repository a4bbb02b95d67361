import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';

/** `50,000`, `unlimited`, `1 to 50`, `500 then bill`, `nothing`: what a plan grants, for people. */
export function valueText(value: Json | undefined): string {
  if (value === undefined || value === false) return 'nothing';
  if (value === true) return 'on';
  if (typeof value === 'number') return grouped(value);
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const { limit, max, min, whenExceeded } = value;
  const amount = limit === undefined ? `${valueText(min ?? 0)} to ${valueText(max ?? 'unlimited')}` : valueText(limit);
  return typeof whenExceeded === 'string' ? `${amount} then ${whenExceeded}` : amount;
}

/** `50,000 → 40,000`; what happens at the limit is left out where it stays. */
export function transitionText(before: Json | undefined, after: Json | undefined): string {
  const [was, is] = [before, after].map((value) => (isJsonObject(value) ? value : {}));
  const stays = was?.['whenExceeded'] === is?.['whenExceeded'];
  return [before, after].map((value) => valueText(stays && isJsonObject(value) ? without(value) : value)).join(' → ');
}

function without(value: JsonObject): JsonObject {
  const { whenExceeded: _, ...rest } = value;
  return rest;
}

export function grouped(amount: number): string {
  const [whole = '', ...fraction] = String(amount).split('.');
  return [whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ','), ...fraction].join('.');
}
