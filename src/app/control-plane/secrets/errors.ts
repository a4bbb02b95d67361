import { defineError } from '../../../engine/platform-error/index.ts';

export const secretErrors = {
  noMasterKey: defineError({
    code: 'secrets/no-master-key',
    type: 'server',
    status: 503,
    userMessage: 'Secrets are not available on this server.',
    meaning:
      'The server has no key to seal secrets with. Start it with DREAM_MASTER_KEY set to 32 bytes in base64 (`openssl rand -base64 32`); an embedded server makes its own.',
  }),
  notFound: defineError({
    code: 'secrets/not-found',
    type: 'not-found',
    userMessage: 'There is no secret of this name.',
    meaning: 'The environment holds no secret of this name; `GET /v1/secrets` lists the names.',
  }),
};
