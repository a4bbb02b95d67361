import { changeEventSchema } from '../change-event.ts';
import type { ComponentApi } from '../contract.ts';

export const api: ComponentApi = {
  summary: 'What each tenant and user gets of the product: flags, entitlements and experiments.',
  events: {
    'entitlement.override_set': 'A tenant gets something else of an entitlement than its plan grants.',
    'entitlement.override_removed': 'A tenant gets of an entitlement what its plan grants again.',
    'flag.archived': { summary: 'A flag was archived.', data: changeEventSchema },
  },
  tags: {
    Entitlements:
      'What a tenant has of each feature, how much of it has been used, and what was agreed with it besides.',
    Experiments: 'Which variation of a flag does better, by what the product reports.',
    Flags:
      'Evaluates flags for whoever asks, tells SDKs of the rules and of their changes, and takes reports of what was served.',
    OFREP: 'Evaluates flags by the OpenFeature Remote Evaluation Protocol, for the providers of any language.',
  },
};
