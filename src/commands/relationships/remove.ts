import { readRelationship } from '../../app/read-relationship.ts';
import type { RelationshipsWritten } from '../../app/tenancy-client.ts';
import { formatRemoved } from '../../views/relationships.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { relationshipArguments, tenantOption } from '../base/tenancy-options.ts';

export class RelationshipsRemove extends ProjectCommand {
  static override summary = 'Take away what relationships add wrote.';
  static override examples = ['<%= config.bin %> relationships remove document:42 owner user:ada --tenant acme'];
  static override args = relationshipArguments;
  static override flags = { ...targetOptions, ...tenantOption };

  async run(): Promise<RelationshipsWritten> {
    const { args, flags } = await this.parse(RelationshipsRemove);
    const relationship = readRelationship(args.resource, args.relation, args.subject);
    const written = await this.withControlPlane(await this.targetOf(flags), async ({ relationships }) =>
      relationships.write(flags.tenant, { remove: [relationship] }),
    );
    this.print(formatRemoved(relationship, written.removed > 0, this.style));
    return written;
  }
}
