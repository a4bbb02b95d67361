import { defineError } from '../../engine/platform-error/index.ts';

export const exportErrors = {
  cutOff: defineError({
    code: 'cli/export-cut-off',
    type: 'server',
    userMessage: 'The export is not whole.',
    meaning:
      'The connection broke, or the server stopped, before the export had come to its end: its last line is not the manifest. What has arrived is in the file; `dream audit export --resume` with the same options goes on behind it.',
  }),
  missing: defineError({
    code: 'cli/entries-missing',
    type: 'server',
    userMessage: 'Entries are missing from the chain.',
    meaning:
      'The server has sent all it has, and found entries missing in between without any retention that took them out: somebody deleted them in its database. The message says which are the first; the log of the server says so, too. The export is in the file and is signed, as evidence of what is left; `dream audit verify` names the same place.',
  }),
  unreadable: defineError({
    code: 'cli/archive-unreadable',
    type: 'server',
    userMessage: 'The archive cannot be read.',
    meaning:
      'Where the archive should be, there is none, or it was not given out: the message says what the bucket or the folder answered. A bucket is asked with `AWS_ACCESS_KEY_ID` and the other variables by which the server writes to it.',
  }),
  changed: defineError({
    code: 'cli/export-changed',
    type: 'conflict',
    userMessage: 'The export is not what the server sent.',
    meaning:
      'What has arrived comes to another hash than the manifest says: it was changed on its way or in the file, or retention took entries out of the chain meanwhile. Remove the file and export anew; with `--all` and `--resume` the others are kept. Or what is in the file is not how the export begins that `--resume` was to go on with: it was begun with other options, or changed since. Then nothing was written to it.',
  }),
};
