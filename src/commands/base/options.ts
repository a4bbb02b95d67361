import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { usageError } from '../../app/command-errors.ts';

/** Where the project is. Positional arguments never read stdin: a command in a pipe must not swallow it. */
export const directoryOption = {
  dir: Flags.string({ char: 'C', default: '.', description: 'Directory of the project.', helpValue: 'DIR' }),
};

export const directoryArgument = {
  directory: Args.string({ description: 'Directory of the project; the current one by default.', ignoreStdin: true }),
};

/** Which environment of which control plane. The API key comes from DREAM_API_KEY only: options are visible to others. */
export const targetOptions = {
  ...directoryOption,
  env: Flags.string({
    aliases: ['environment'],
    char: 'e',
    description: 'Environment; by default the first one of dream.yaml.',
    env: 'DREAM_ENVIRONMENT',
    helpValue: 'NAME',
  }),
  server: Flags.string({
    description: 'Server to ask, with the key in DREAM_API_KEY; by default the database of this directory.',
    env: 'DREAM_SERVER',
    helpValue: 'URL',
  }),
};

export const approveOption = {
  approve: Flags.string({
    description: 'Approve the changeset with this fingerprint, where a guardrail asks for it.',
    helpValue: 'FINGERPRINT',
    parse: async (text) => {
      if (!/^[0-9a-f]{8,64}$/u.test(text)) {
        const hint = 'Copy it from what plan or apply says: the first 8 characters or more.';
        throw usageError(`${text} is not the fingerprint of a changeset.`, hint);
      }
      return text;
    },
  }),
};

export const adoptOption = {
  adopt: Flags.boolean({ description: 'Take over resources that were created through the API.' }),
};

/** For limits that a changeset breaks on purpose: naming another figure than the plan's lets nothing through. */
export const allowOption = {
  allow: Flags.string({
    description: 'Let exactly this figure be over its limit; may be repeated.',
    helpValue: 'FIGURE=N',
    multiple: true,
    multipleNonGreedy: true,
  }),
};

export const applyOptions = {
  ...approveOption,
  ...allowOption,
  'dry-run': Flags.boolean({ description: 'Do everything, then roll it back.' }),
  message: Flags.string({ char: 'm', description: 'Why, for the history.', helpValue: 'TEXT' }),
  yes: Flags.boolean({ char: 'y', description: 'Do not ask.' }),
};

export const pageOptions = {
  page: Flags.integer({ default: 1, description: 'Which page, from 1.', min: 1 }),
  'page-size': Flags.integer({ default: 20, description: 'How many on a page.', max: 100, min: 1 }),
};
