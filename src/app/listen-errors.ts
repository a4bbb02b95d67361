import { defineError } from '../engine/platform-error/index.ts';

const userMessage = 'The server could not be started.';

/** Why a server cannot listen where it was told to. */
export const listenErrors = {
  portInUse: defineError({
    code: 'serve/port-in-use',
    type: 'conflict',
    userMessage,
    meaning: 'Another program listens on this address and port. Choose another port; `--port 0` takes a free one.',
  }),
  addressNotHere: defineError({
    code: 'serve/address-not-here',
    type: 'validation',
    userMessage,
    meaning:
      'The address to listen on is not one of this machine, or its name is unknown. `127.0.0.1` is reached from this machine only, `0.0.0.0` from everywhere.',
  }),
  notPermitted: defineError({
    code: 'serve/port-not-permitted',
    type: 'authorization',
    userMessage,
    meaning: 'The system does not let this user listen on the port; those below 1024 often need a right of their own.',
  }),
  unreadablePublicUrl: defineError({
    code: 'serve/unreadable-public-url',
    type: 'validation',
    userMessage,
    meaning:
      'DREAM_PUBLIC_URL is where the server is reached from outside, such as `https://dream.example.com`: an http:// or https:// URL of a host, perhaps with a path, without user, password, query and fragment.',
  }),
  unreadableOrigins: defineError({
    code: 'serve/unreadable-origins',
    type: 'validation',
    userMessage,
    meaning:
      'DREAM_ALLOWED_ORIGINS is a list of origins with commas between, each as a browser sends it: `https://app.example.com`, without a path, a slash at its end or the usual port; `https://*.example.com` for every host below, `*` for everywhere.',
  }),
  unreadableEgress: defineError({
    code: 'serve/unreadable-egress',
    type: 'validation',
    userMessage,
    meaning:
      'DREAM_ALLOWED_EGRESS is a list of addresses and networks with commas between, such as `10.1.0.0/16, 127.0.0.1`: those that webhooks and the like may call although they are not public.',
  }),
} as const;
