import type { PJSON } from '@oclif/core/interfaces';

/** What oclif would otherwise read from package.json. */
export function oclifPackage(version: string): PJSON {
  return {
    name: 'dream',
    type: 'module',
    version,
    oclif: {
      additionalHelpFlags: ['-h'],
      bin: 'dream',
      commands: { identifier: 'commandClasses', strategy: 'explicit', target: './command-classes.ts' },
      description: 'Run a SaaS business from a folder of YAML.',
      helpOptions: { maxWidth: 100 },
      topicSeparator: ' ',
      topics: {
        db: { description: 'Move the embedded database to PostgreSQL.' },
        access: { description: 'Ask who may do what, and why.' },
        audit: { description: 'Search, follow, export and verify the audit log, and restore what was archived.' },
        events: { description: 'List what has happened, and follow it.' },
        webhooks: {
          description: 'See what is delivered to webhook endpoints, send it again, and rotate their secrets.',
        },
        flags: { description: 'Evaluate and list feature flags, and find those that may go.' },
        alerts: { description: 'List alert rules and what they found, and try them on the entries there are.' },
        generate: { description: 'Write what follows from the operations of the API, and from your files.' },
        import: { description: 'Bring over what another product has.' },
        keys: { description: 'Create, list, rotate and revoke API keys.' },
        secrets: { description: 'Set, list and remove the secrets that files name as ${secrets.NAME}.' },
        tenants: { description: 'Create, list, change and delete tenants, their members and their plans.' },
        entitlements: { description: 'List what a tenant has of each entitlement, and agree something else with it.' },
        relationships: { description: 'List, add and remove who is what to which resource of a tenant.' },
        'service-accounts': { description: 'Create, list and delete the programs of a tenant, and give them roles.' },
        users: { description: 'Create, list, change and delete users, and give them roles.' },
      },
    },
  };
}
