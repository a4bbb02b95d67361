import type { BodyFinding } from '../../engine/model/registry.ts';

/** Every mistake that only this component can see: code → what it means. */
export const findings = {
  'billing/currency-missing': 'A price for seats or usage lacks a currency or billing cycle in which the plan is sold.',
  'billing/pricing-incomplete': 'The price of usage lacks what its kind of pricing needs.',
  'billing/pricing-contradiction': 'The price of usage says something that its kind of pricing has no use for.',
  'billing/tiers-out-of-order': 'The tiers of a price do not rise.',
  'billing/last-tier-limited': 'The last tier of a price ends, so that there is no price beyond it.',
  'billing/seats-out-of-order': 'A plan asks for more seats than it allows.',
  'billing/transition-incomplete':
    'The transition of a plan lacks a date or length that it needs, or says one it has no use for.',
  'billing/impossible-date': 'A date does not exist in the calendar.',
  'billing/plan-off-sale': 'Tenants would come to a plan that is off sale: new ones, or those that fall to it.',
  'billing/meter-without-property': 'A meter aggregates a property but names none.',
  'billing/meter-without-event': 'A meter looks into events but counts none.',
  'billing/meter-contradiction': 'A meter says something that its aggregation has no use for.',
  'billing/meter-attribute': "The condition of a meter asks for something other than the event's properties.",
} as const;

export type BillingFinding = BodyFinding & { readonly code: keyof typeof findings };
