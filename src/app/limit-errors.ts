import { defineError } from '../engine/platform-error/index.ts';

/** Why a server does not start with the limits it was given. */
export const limitSettingErrors = {
  unreadable: defineError({
    code: 'serve/unreadable-limit',
    type: 'validation',
    userMessage: 'The server could not be started.',
    meaning:
      'DREAM_KEY_LIMIT, DREAM_USER_LIMIT and DREAM_ATTEMPT_LIMIT are a number of requests and a length of time, such as `60000/1m`, or `off`. The length is at most an hour, and whole seconds.',
  }),
  unreadableProxies: defineError({
    code: 'serve/unreadable-proxies',
    type: 'validation',
    userMessage: 'The server could not be started.',
    meaning:
      'DREAM_TRUSTED_PROXIES is a list of addresses and networks with commas between, such as `10.0.0.0/8, 192.0.2.7`.',
  }),
} as const;
