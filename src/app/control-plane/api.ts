import type { ComponentApi } from '../../components/contract.ts';

/** What the control plane itself offers, whichever components there are. */
export const api: ComponentApi = {
  summary: 'The configuration of the product: what would change, what was applied, and with which keys one may ask.',
  events: {
    'environment.created': 'An environment was used for the first time.',
    'environment.mode_changed': 'An environment is in mode test or live, and was in the other.',
    'key.created': 'An API key was created.',
    'key.revoked': 'An API key was revoked.',
    'key.rotated': 'An API key was replaced by a new one.',
    'revision.applied': {
      summary: 'A changeset was applied.',
      data: {
        title: 'RevisionApplied',
        type: 'object',
        required: ['changes', 'author', 'revision'],
        additionalProperties: false,
        properties: {
          changes: { type: 'integer', minimum: 1, description: 'How many resources it changed.' },
          author: { type: 'string' },
          revision: { type: 'integer', minimum: 1 },
        },
      },
    },
    'secret.removed': 'A secret was removed.',
    'secret.set': 'A secret was set; the value is not told.',
  },
  tags: {
    Configuration:
      'Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing.',
    Environments: 'The environments of the project, each with a configuration and data of its own.',
    Keys: 'API keys of an environment: creating, rotating and revoking them.',
    Resources: 'What is live in an environment, by kind and key, and changing one resource without files.',
    Secrets: 'Secrets that files name as `${secrets.NAME}`: setting, naming and removing them, never reading them.',
  },
};
