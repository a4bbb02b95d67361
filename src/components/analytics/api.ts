import type { ComponentApi } from '../contract.ts';

export const api: ComponentApi = {
  summary: 'What the product tracks: the events it reports and their properties.',
  tags: {},
};
