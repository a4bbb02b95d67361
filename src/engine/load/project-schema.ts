import type { ModelSchema } from '../model/model.ts';

/** The guardrails that compare a figure of a changeset with a limit: each is the largest figure that passes. */
export const guardrailLimits: ReadonlyMap<string, string> = new Map([
  ['maxCreates', 'Resources created by one changeset.'],
  ['maxUpdates', 'Resources updated by one changeset.'],
  ['maxDeletes', 'Resources deleted by one changeset.'],
  ['maxRenames', 'Resources renamed by one changeset.'],
  ['maxChanges', 'Changes of any sort in one changeset.'],
  ['maxTenantsLosingEntitlement', 'Tenants that lose an entitlement they have, or get less of it.'],
  ['maxTenantsGainingEntitlement', 'Tenants that gain an entitlement, or get more of it.'],
  ['maxTenantsOverLimit', 'Tenants that already use more than a new limit allows.'],
  ['maxMembersLosingPermission', 'Members that lose a permission they have.'],
  ['maxMembersGainingPermission', 'Members that gain a permission they did not have.'],
  ['maxMembersWithChangedCondition', 'Members that hold a permission under another condition than before.'],
  ['maxTenantsWithInvalidValues', 'Tenants with values that a changed tenancy takes no longer.'],
  ['maxUsersWithInvalidValues', 'Users with values that a changed tenancy takes no longer.'],
  ['maxTenantsLosingPlan', 'Tenants on a plan that is deleted.'],
  ['maxTenantsPayingMore', 'Tenants on a plan that gets dearer for those who are on it.'],
  ['maxTenantsPayingLess', 'Tenants on a plan that gets cheaper.'],
  ['maxContextsFlipped', 'Recently seen contexts that get another variation of a flag.'],
  ['maxAlarmsAdded', 'Alarms that a changed alert rule would have raised besides, lately.'],
  ['maxAlarmsMissed', 'Alarms that a changed alert rule would not have raised, lately.'],
  ['maxTenantsWithEntriesArchived', 'Tenants of whom a retention policy archives audit entries at once.'],
  ['maxTenantsWithEntriesDeleted', 'Tenants of whom a retention policy deletes audit entries at once.'],
  ['maxTenantsWithArchivesRemoved', 'Tenants of whom archives of audit entries are removed at once.'],
  ['maxEventTypesStopped', 'Types of events, of those of late, that a webhook endpoint is not told of any more.'],
  ['maxEventTypesDropped', 'Types of events of which calls are still to be made that never will be.'],
  ['maxRunsInFlight', 'Workflow runs in flight that a changed workflow touches.'],
  ['maxEventsRefused', 'Recent events that a changed schema would refuse.'],
]);

const variables: ModelSchema = {
  description: 'Values for `${vars.NAME}`, by name.',
  type: 'object',
  propertyNames: { type: 'string', title: 'a name of letters, digits and `_`', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
  additionalProperties: { type: ['string', 'number', 'boolean'] },
};

const [namePattern, longestName] = ['^[a-z]([a-z0-9-]*[a-z0-9])?$', 63];

/** Of a project or an environment. */
const name: ModelSchema = {
  type: 'string',
  title: 'a name of lower-case letters, digits and `-`, beginning with a letter',
  pattern: namePattern,
  maxLength: longestName,
};

export function isProjectName(text: string): boolean {
  return text.length <= longestName && new RegExp(namePattern, 'u').test(text);
}

/** dream.yaml, described as the kinds are: editors and messages come from it. */
export const projectSchema: ModelSchema = {
  title: 'dream.yaml',
  type: 'object',
  required: ['project', 'environments'],
  additionalProperties: false,
  properties: {
    project: { ...name, description: 'The name of the project: lower-case letters, digits and `-`.' },
    environments: {
      description: 'Isolated copies of everything, by name. The first is the default.',
      type: 'object',
      minProperties: 1,
      propertyNames: name,
      additionalProperties: {
        type: ['object', 'null'],
        additionalProperties: false,
        properties: {
          mode: {
            description: 'Whether real money and real people are behind it.',
            type: 'string',
            enum: ['test', 'live'],
            'x-default': 'test',
          },
          protect: {
            description: 'Refuses every delete in the environment and wants an approval for the rest.',
            type: 'boolean',
            'x-default': false,
          },
          vars: variables,
        },
      },
    },
    vars: variables,
    guardrails: {
      description: 'What a changeset may do at most, by environment.',
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          requireApproval: {
            description: 'Actions that need an approval by fingerprint.',
            type: 'array',
            items: { type: 'string', enum: ['create', 'update', 'delete', 'rename'] },
            'x-set': true,
          },
          ...Object.fromEntries(
            [...guardrailLimits].map(([name, description]) => [
              name,
              { description, type: 'integer' as const, minimum: 0 },
            ]),
          ),
        },
      },
    },
    ignore: {
      description: 'Files and folders that are not configuration, as glob patterns relative to dream.yaml.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
    },
  },
};
