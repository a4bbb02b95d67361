import type { ComponentApi } from '../../components/contract.ts';

/** What the control plane itself offers, whichever components there are. */
export const api: ComponentApi = {
  summary: 'The configuration of the product: what would change, what was applied, and with which keys one may ask.',
  tags: {
    Configuration:
      'Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing.',
    Environments: 'The environments of the project, each with a configuration and data of its own.',
    Keys: 'API keys of an environment: creating, rotating and revoking them.',
    Resources: 'What is live in an environment, by kind and key, and changing one resource without files.',
    Secrets: 'Secrets that files name as `${secrets.NAME}`: setting, naming and removing them, never reading them.',
  },
};
