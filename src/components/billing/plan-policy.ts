import type { Json, JsonObject } from '../../engine/json.ts';
import { numberOf, objectOf, textOf } from '../../engine/json-fields.ts';
import type { KindPolicy } from '../../engine/model/registry.ts';
import { instantMilliseconds } from '../../engine/values/instant.ts';
import { currencyFindings } from './check-currencies.ts';
import { pricingFindings } from './check-pricing.ts';
import { defaultFindings, fallbackFindings } from './check-state.ts';
import type { BillingFinding } from './findings.ts';

export const planPolicy: KindPolicy = { check, checkAgainst: fallbackFindings };

function check(body: JsonObject): readonly BillingFinding[] {
  return [
    ...seatFindings(objectOf(body['seats'])),
    ...pricingFindings(body['usage']),
    ...currencyFindings(body),
    ...transitionFindings(objectOf(body['transition'])),
    ...defaultFindings(body),
  ];
}

function seatFindings(seats: JsonObject): readonly BillingFinding[] {
  const minimum = numberOf(seats['minimum']);
  const maximum = numberOf(seats['maximum']);
  if (minimum === undefined || maximum === undefined || minimum <= maximum) return [];
  const message = `At least ${minimum} seats must be bought, but at most ${maximum} may be.`;
  return [{ code: 'billing/seats-out-of-order', pointer: '/seats/maximum', because: ['/seats/minimum'], message }];
}

/** A field that one value of another field needs, and no other value has a use for. */
const companions = [
  { field: 'existing', value: 'on-date', companion: 'date' },
  { field: 'overLimit', value: 'grace', companion: 'grace' },
] as const;

function transitionFindings(transition: JsonObject): readonly BillingFinding[] {
  const found = companions.flatMap(({ field, value, companion }): readonly BillingFinding[] => {
    const isChosen = transition[field] === value;
    const isGiven = transition[companion] !== undefined;
    if (isChosen === isGiven) return [];
    const because = [`/transition/${field}`, `/transition/${companion}`];
    const rest = { code: 'billing/transition-incomplete', because } as const;
    if (isChosen) {
      const message = `\`${field}: ${value}\` needs \`${companion}\` beside it.`;
      return [{ ...rest, pointer: `/transition/${field}`, message }];
    }
    const message = `\`${companion}\` means something only with \`${field}: ${value}\`.`;
    return [{ ...rest, pointer: `/transition/${companion}`, atKey: true, message }];
  });
  return [...found, ...dateFindings(transition['date'])];
}

function dateFindings(value: Json | undefined): readonly BillingFinding[] {
  const date = textOf(value);
  if (date === undefined || instantMilliseconds(date) !== undefined) return [];
  const message = `\`${date}\` does not exist in the calendar.`;
  return [{ code: 'billing/impossible-date', pointer: '/transition/date', message }];
}
