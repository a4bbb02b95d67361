import { defineError } from '../../engine/platform-error/index.ts';

export const browserErrors = {
  secretKey: defineError({
    code: 'auth/secret-key-in-browser',
    type: 'authorization',
    userMessage: 'Access was refused.',
    meaning:
      'A secret key came from a page in a browser, where everybody can read it. Nothing was done. Revoke it, and use a publishable key there. A proxy of your own that adds the key takes `Origin` out of what it passes on.',
  }),
};
