import type { CommandClass } from '../base/dream-command.ts';

/** Loads the class of one command; nothing of the other commands is loaded with it. */
export type LoadCommand = () => Promise<CommandClass>;

/** Every command by its id, the words joined by a colon. A command that is not here does not exist. */
export const commandTable: { readonly [id: string]: LoadCommand } = {
  init: async () => (await import('../init.ts')).Init,
  validate: async () => (await import('../validate.ts')).Validate,
  plan: async () => (await import('../plan.ts')).Plan,
  apply: async () => (await import('../apply.ts')).Apply,
  status: async () => (await import('../status.ts')).Status,
  history: async () => (await import('../history.ts')).History,
  rollback: async () => (await import('../rollback.ts')).Rollback,
  diff: async () => (await import('../diff.ts')).Diff,
  pull: async () => (await import('../pull.ts')).Pull,
  'keys:list': async () => (await import('../keys/list.ts')).KeysList,
  'keys:create': async () => (await import('../keys/create.ts')).KeysCreate,
  'keys:rotate': async () => (await import('../keys/rotate.ts')).KeysRotate,
  'keys:revoke': async () => (await import('../keys/revoke.ts')).KeysRevoke,
  'secrets:list': async () => (await import('../secrets/list.ts')).SecretsList,
  'secrets:set': async () => (await import('../secrets/set.ts')).SecretsSet,
  'secrets:remove': async () => (await import('../secrets/remove.ts')).SecretsRemove,
  serve: async () => (await import('../serve.ts')).Serve,
  dev: async () => (await import('../dev.ts')).Dev,
  'db:promote': async () => (await import('../db/promote.ts')).DbPromote,
  schema: async () => (await import('../schema.ts')).Schema,
  completion: async () => (await import('../completion.ts')).Completion,
};
