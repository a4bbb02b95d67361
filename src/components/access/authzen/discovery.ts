import type { PublicDocument } from '../../../server/public-document.ts';

/** The metadata of the policy decision point: where each of its interfaces is. */
export const authzenConfiguration: PublicDocument = {
  id: 'authzen.configuration',
  path: '/.well-known/authzen-configuration',
  render: (base) => ({
    policy_decision_point: base,
    access_evaluation_endpoint: `${base}/access/v1/evaluation`,
    access_evaluations_endpoint: `${base}/access/v1/evaluations`,
    search_subject_endpoint: `${base}/access/v1/search/subject`,
    search_resource_endpoint: `${base}/access/v1/search/resource`,
    search_action_endpoint: `${base}/access/v1/search/action`,
  }),
};
