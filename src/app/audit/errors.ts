import { defineError } from '../../engine/platform-error/index.ts';

export const exportErrors = {
  cutOff: defineError({
    code: 'cli/export-cut-off',
    type: 'server',
    userMessage: 'The export is not whole.',
    meaning:
      'The connection broke, or the server stopped, before the export had come to its end: its last line is not the manifest. What has arrived is in the file; `dream audit export --resume` with the same options goes on behind it.',
  }),
  changed: defineError({
    code: 'cli/export-changed',
    type: 'conflict',
    userMessage: 'The export is not what the server sent.',
    meaning:
      'What has arrived comes to another hash than the manifest says: it was changed on its way or in the file, or `--resume` was given other options than the export began with. Export anew into another file.',
  }),
};
