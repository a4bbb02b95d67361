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
  unusableMasterKey: defineError({
    code: 'secrets/unusable-master-key',
    type: 'server',
    userMessage: 'The server is not set up correctly.',
    meaning:
      'Raised at start: DREAM_MASTER_KEY, or the file `.dream/master.key`, is not 32 bytes in base64. `openssl rand -base64 32` makes one. Never replace a key while secrets sealed with it are needed.',
  }),
  masterKeyGone: defineError({
    code: 'secrets/master-key-gone',
    type: 'server',
    userMessage: 'The server is not set up correctly.',
    meaning:
      'Raised at start: the embedded database holds secrets, and the file `.dream/master.key` that opens them is not there. Put it back, or set DREAM_MASTER_KEY to what it held. Without it the secrets are lost: give another key in that variable or file, and set them again; `dream status` names them.',
  }),
  notFound: defineError({
    code: 'secrets/not-found',
    type: 'not-found',
    userMessage: 'There is no secret of this name.',
    meaning: 'The environment holds no secret of this name; `GET /v1/secrets` lists the names.',
  }),
};
