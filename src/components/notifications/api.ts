import type { ComponentApi } from '../contract.ts';

export const api: ComponentApi = {
  summary: 'What people are told, by which way and in which words.',
  tags: {},
};
