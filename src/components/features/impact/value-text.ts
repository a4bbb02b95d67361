import { isJsonObject, type Json } from '../../../engine/json.ts';

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

export function grouped(amount: number): string {
  const [whole = '', ...fraction] = String(amount).split('.');
  return [whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ','), ...fraction].join('.');
}
