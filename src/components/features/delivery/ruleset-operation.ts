import type { Operation } from '../../../server/operation.ts';
import { versionedRulesetSchema } from './api-schemas.ts';
import type { LiveRulesets } from './live-rulesets.ts';

export const delivering = {
  tag: 'Flags',
  scope: 'flags:read',
  transaction: 'none',
  errors: [],
} as const;

/** What SDKs evaluate in their own process. */
export function rulesetOperation(rulesets: LiveRulesets): Operation {
  return {
    ...delivering,
    id: 'flags.ruleset',
    method: 'GET',
    path: '/v1/flag-ruleset',
    summary: 'Get all rules, to evaluate flags in your own process',
    description:
      'Ask again with `If-None-Match` now and then, or follow `flags.stream`. It holds every rule and, where flags ask for entitlements, the plan of every tenant: for servers only.',
    auth: ['secret'],
    responses: {
      200: { description: 'The rules, and their version.', schema: versionedRulesetSchema },
      304: { description: 'The version that was sent is the present one.', schema: {} },
    },
    respond: async ({ background, caller }) => {
      const live = await rulesets.of(caller, background).current();
      // Weak: what is in force is the same; when it was made and at which revision, each server says for itself.
      return { status: 200, body: null, text: live.text(), headers: { etag: `W/"${live.version}"` } };
    },
  };
}
