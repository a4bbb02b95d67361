import { readRelationship } from '../../app/read-relationship.ts';
import type { RelationshipsWritten } from '../../app/tenancy-client.ts';
import { formatAdded } from '../../views/relationships.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { relationshipArguments, tenantOption } from '../base/tenancy-options.ts';

export class RelationshipsAdd extends ProjectCommand {
  static override summary = 'Write down who is what to a resource of a tenant.';
  static override description =
    'Adding what is there already changes nothing. Types and relations are those of the ResourceTypes.';
  static override examples = ['<%= config.bin %> relationships add document:42 owner user:ada --tenant acme'];
  static override args = relationshipArguments;
  static override flags = { ...targetOptions, ...tenantOption };

  async run(): Promise<RelationshipsWritten> {
    const { args, flags } = await this.parse(RelationshipsAdd);
    const relationship = readRelationship(args.resource, args.relation, args.subject);
    const written = await this.withControlPlane(await this.targetOf(flags), async ({ relationships }) =>
      relationships.write(flags.tenant, { add: [relationship] }),
    );
    this.print(formatAdded(relationship, written.added > 0, this.style));
    return written;
  }
}
