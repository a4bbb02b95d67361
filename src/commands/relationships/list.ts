import * as Flags from '@oclif/core/flags';
import type { Page } from '../../app/control-plane-client.ts';
import type { Relationship } from '../../app/tenancy-client.ts';
import { formatRelationships } from '../../views/relationships.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { tenantOption } from '../base/tenancy-options.ts';

/** `relationships list --json`. */
export interface RelationshipsJson {
  readonly relationships: readonly Relationship[];
  readonly pagination: Page<Relationship>['pagination'];
}

export class RelationshipsList extends ProjectCommand {
  static override summary = 'List who is what to which resource of a tenant.';
  static override examples = ['<%= config.bin %> relationships list --tenant acme --resource document:42'];
  static override flags = {
    ...targetOptions,
    ...tenantOption,
    ...pageOptions,
    relation: Flags.string({ description: 'Only this relation, such as owner.', helpValue: 'RELATION' }),
    resource: Flags.string({ description: 'Only those of document:42, or of every document.', helpValue: 'RESOURCE' }),
    subject: Flags.string({ description: 'Only those of user:ada, or of every user.', helpValue: 'SUBJECT' }),
  };

  async run(): Promise<RelationshipsJson> {
    const { flags } = await this.parse(RelationshipsList);
    const { relation, resource, subject, tenant } = flags;
    const target = await this.targetOf(flags);
    const { data, pagination } = await this.withControlPlane(target, async ({ relationships }) =>
      relationships.list(tenant, { relation, resource, subject }, { page: flags.page, pageSize: flags['page-size'] }),
    );
    const filtered = [relation, resource, subject].some((value) => value !== undefined);
    this.print(formatRelationships(tenant, data, pagination, this.style, filtered));
    return { relationships: data, pagination };
  }
}
