import * as Flags from '@oclif/core/flags';
import type { Profile } from '../../app/tenancy-client.ts';
import { attributeOption } from './tenancy-options.ts';

/** What is known of a person. */
export const profileOptions = {
  ...attributeOption,
  email: Flags.string({ description: 'Email address.', helpValue: 'ADDRESS' }),
  name: Flags.string({ description: 'Name.', helpValue: 'NAME' }),
};

export function profileOf({
  email,
  name,
}: {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
}): Profile {
  return { ...(email === undefined ? {} : { email }), ...(name === undefined ? {} : { name }) };
}
