import * as Flags from '@oclif/core/flags';
import type { Tenant } from '../../app/tenancy-client.ts';
import { formatTenant } from '../../views/tenants.ts';
import { changedAttributes } from '../base/changed-profile.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { attributeOption, removeAttributeOption, tenantArgument } from '../base/tenancy-options.ts';

export class TenantsUpdate extends ProjectCommand {
  static override summary = 'Change the name or the attributes of a tenant.';
  static override args = { id: tenantArgument };
  static override flags = {
    ...targetOptions,
    ...attributeOption,
    ...removeAttributeOption,
    name: Flags.string({ description: 'The name people read.', helpValue: 'NAME' }),
  };

  async run(): Promise<Tenant> {
    const { args, flags } = await this.parse(TenantsUpdate);
    const name = flags.name === undefined ? {} : { name: flags.name };
    const attributes = changedAttributes(flags, name, ['--name', '--attribute']);
    const tenant = await this.withControlPlane(await this.targetOf(flags), async ({ tenants }) =>
      tenants.update(args.id, { ...name, attributes }),
    );
    this.print(formatTenant(tenant, undefined, this.style));
    return tenant;
  }
}
