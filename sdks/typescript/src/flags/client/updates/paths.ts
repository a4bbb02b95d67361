/** Where the server answers. */
export const paths = {
  ruleset: '/v1/flag-ruleset',
  stream: '/v1/flag-ruleset/stream',
  evaluate: '/v1/flag-evaluations',
  report: '/v1/flag-reports',
} as const;
