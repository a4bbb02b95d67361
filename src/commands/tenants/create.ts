import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { readAttributes } from '../../app/read-attributes.ts';
import type { Tenant } from '../../app/tenancy-client.ts';
import { formatTenant } from '../../views/tenants.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { attributeOption } from '../base/tenancy-options.ts';

export class TenantsCreate extends ProjectCommand {
  static override summary = 'Create a tenant.';
  static override description = 'Currency, region and data residency are declared here and never change afterwards.';
  static override examples = [
    '<%= config.bin %> tenants create acme --name "Acme Ltd" --currency INR --region in --data-residency in-mumbai',
    '<%= config.bin %> tenants create --name Globex --attribute seats=5',
  ];
  static override args = {
    id: Args.string({ description: 'Id of the tenant; by default the server makes one.', ignoreStdin: true }),
  };
  static override flags = {
    ...targetOptions,
    ...attributeOption,
    currency: Flags.string({ description: 'Its currency by ISO 4217: USD, EUR, INR.', helpValue: 'CODE' }),
    'data-residency': Flags.string({ description: 'Where its data must stay.', helpValue: 'PLACE' }),
    name: Flags.string({ description: 'The name people read.', helpValue: 'NAME', required: true }),
    region: Flags.string({ description: 'The region it belongs to.', helpValue: 'REGION' }),
  };

  async run(): Promise<Tenant> {
    const { args, flags } = await this.parse(TenantsCreate);
    const attributes = readAttributes(flags.attribute ?? []);
    const residency = flags['data-residency'];
    const tenant = await this.withControlPlane(await this.targetOf(flags), async ({ tenants }) =>
      tenants.create({
        name: flags.name,
        attributes,
        ...(args.id === undefined ? {} : { id: args.id }),
        ...(flags.currency === undefined ? {} : { currency: flags.currency }),
        ...(flags.region === undefined ? {} : { region: flags.region }),
        ...(residency === undefined ? {} : { dataResidency: residency }),
      }),
    );
    this.print(formatTenant(tenant, undefined, this.style));
    return tenant;
  }
}
