import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';

export const tenantArgument = Args.string({
  description: 'Id of the tenant, as tenants list shows it.',
  ignoreStdin: true,
  required: true,
});

export const userArgument = Args.string({
  description: "Id of the user, the identity provider's name for them.",
  ignoreStdin: true,
  required: true,
});

export const serviceAccountArgument = Args.string({
  description: 'Id of the service account, as service-accounts list shows it.',
  ignoreStdin: true,
  required: true,
});

/** Who is what to which resource. */
export const relationshipArguments = {
  resource: Args.string({ description: 'The resource: document:42.', ignoreStdin: true, required: true }),
  relation: Args.string({
    description: 'A relation that its ResourceType declares: owner.',
    ignoreStdin: true,
    required: true,
  }),
  subject: Args.string({
    description: 'Who or what stands in it: user:ada, service-account:svc_…, folder:plans.',
    ignoreStdin: true,
    required: true,
  }),
};

export const roleArgument = Args.string({ description: 'Key of the role.', ignoreStdin: true, required: true });

export const entitlementArgument = Args.string({
  description: 'Key of the entitlement.',
  ignoreStdin: true,
  required: true,
});

export const tenantOption = {
  tenant: Flags.string({ char: 't', description: 'Id of the tenant.', helpValue: 'ID', required: true }),
};

export const roleOption = {
  role: Flags.string({
    description: 'Key of a role; may be given several times.',
    helpValue: 'ROLE',
    multiple: true,
    multipleNonGreedy: true,
  }),
};

export const attributeOption = {
  attribute: Flags.string({
    char: 'a',
    description: `An attribute as NAME=VALUE, such as seats=5; may be given several times. What reads as JSON is taken so: 'code="5"' is a text, 'tags=["a","b"]' a list.`,
    helpValue: 'NAME=VALUE',
    multiple: true,
    multipleNonGreedy: true,
  }),
};

export const removeAttributeOption = {
  'remove-attribute': Flags.string({
    description: 'An attribute to take away; may be given several times.',
    helpValue: 'NAME',
    multiple: true,
    multipleNonGreedy: true,
  }),
};

/** For what cannot be undone. */
export const yesOption = { yes: Flags.boolean({ char: 'y', description: 'Do not ask.' }) };
