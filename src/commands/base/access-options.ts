import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import type { SituationOptions } from '../../app/access/situation.ts';
import { directoryOption, targetOptions } from './options.ts';

/** Which files, and which environment of them. No control plane is asked. */
export const filesOptions = { ...directoryOption, env: targetOptions.env };

/** To ask a control plane, about the people that it knows, in place of the files. */
export const liveOptions = {
  live: Flags.boolean({ description: 'Ask the control plane about the people it knows, not the files.' }),
  server: Flags.string({ description: 'Ask this server about them, with the key in DREAM_API_KEY.', helpValue: 'URL' }),
};

/** What both can be told. */
export const knownOptions = {
  tenant: Flags.string({
    description: 'The tenant it happens in; the only one, unless given. A control plane with several has to be told.',
    helpValue: 'ID',
  }),
  attributes: Flags.string({
    description: 'What is known of user, tenant, resource, action and context: JSON, or @ and a file.',
    helpValue: 'JSON',
  }),
};

/** What the files do not know: no people are in them. */
export const situationOptions = {
  role: Flags.string({
    description: 'A role that the user holds in the tenant; may be given several times.',
    helpValue: 'ROLE',
    multiple: true,
    multipleNonGreedy: true,
  }),
  ...knownOptions,
  relationships: Flags.string({
    description: 'Who is what to which resource: a JSON list as the API takes it, or @ and a file.',
    helpValue: 'JSON',
  }),
  at: Flags.string({ description: 'When it happens; now, unless given.', helpValue: 'TIME' }),
};

export const userArgument = Args.string({
  description: 'Id of a user, or service-account: and the id of one.',
  ignoreStdin: true,
  required: true,
});

export const actionArgument = Args.string({
  description: 'An action of the resource type, such as read or read:own.',
  ignoreStdin: true,
  required: true,
});

export const resourceArgument = Args.string({
  description: 'A resource type, or one resource of it: invoice:42.',
  ignoreStdin: true,
  required: true,
});

export function situationFrom(
  user: string,
  { role = [], tenant, attributes, relationships, at }: SituationFlags,
): SituationOptions {
  return { user, roles: role, tenant, attributes, relationships, at };
}

interface SituationFlags {
  readonly role?: readonly string[] | undefined;
  readonly tenant?: string | undefined;
  readonly attributes?: string | undefined;
  readonly relationships?: string | undefined;
  readonly at?: string | undefined;
}
