import type { ComponentApi } from '../contract.ts';

export const api: ComponentApi = {
  summary: 'What is sold and for how much: plans, and the plan of each tenant.',
  events: {
    'tenant.plan_changed': 'A tenant is on another plan, or on none.',
  },
  tags: {
    Catalogue: 'The plans that are on sale and their prices, for a page of prices.',
    'Plans of tenants': 'Which plan a tenant is on.',
  },
};
