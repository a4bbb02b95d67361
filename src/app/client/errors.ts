import { defineError } from '../../engine/platform-error/index.ts';

/** Raised by the command line's side of the connection. */
export const clientErrors = {
  unreachable: defineError({
    code: 'client/unreachable',
    type: 'server',
    status: 503,
    userMessage: 'The server cannot be reached.',
    meaning:
      'No answer came from the server named by `--server` or DREAM_SERVER. Check the address, and that the server runs.',
    retry: true,
  }),
  malformedUrl: defineError({
    code: 'client/malformed-url',
    type: 'validation',
    userMessage: 'The address of the server is not valid.',
    meaning:
      'What `--server` or DREAM_SERVER names is not an http:// or https:// URL of a host, perhaps with a path; it holds no user, password, query or fragment.',
  }),
  notDream: defineError({
    code: 'client/not-dream',
    type: 'server',
    status: 502,
    userMessage: 'The server gave an answer that was not understood.',
    meaning: 'Something answered, but not a Dream server: check the address, and any proxy in between.',
  }),
  invalidFiles: defineError({
    code: 'client/invalid-files',
    type: 'validation',
    userMessage: 'The configuration files have mistakes.',
    meaning:
      'The command reads the project before it writes into it, and the files are not valid. `dream validate` lists every mistake.',
  }),
  fileNotRead: defineError({
    code: 'client/file-not-read',
    type: 'validation',
    userMessage: 'A new resource has no file that the project reads.',
    meaning:
      'A resource that the files do not have yet would get a file that `ignore` in dream.yaml leaves out, or one in a folder with a dream.yaml of its own, and would be missing from the project all the same. Nothing was written. Change `ignore`, move the other dream.yaml, or write the resource into a file that is read.',
  }),
  noKey: defineError({
    code: 'client/no-key',
    type: 'authentication',
    userMessage: 'A secret key is needed.',
    meaning:
      'A server is named but no key. Put a secret key of the environment (`sk_…`) into DREAM_API_KEY; `dream keys create` makes one.',
  }),
} as const;
