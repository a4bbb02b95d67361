import { readLiveResources } from '../../../db/live-resources.ts';
import type { Operation } from '../../../server/operation.ts';
import { type PageRequest, pageBounds, pageQuery, pageSchema, toPage } from '../../../server/page.ts';
import { validated } from '../../../server/validated.ts';
import { publicPlans, publicPlanSchema } from './public-plan.ts';

/** What anybody may see who has the publishable key: what there is to buy. */
export function catalogueOperations(): readonly Operation[] {
  return [
    {
      id: 'catalogue.plans',
      method: 'GET',
      path: '/v1/catalogue/plans',
      summary: 'List the plans that are on sale',
      description: 'Those that are `public` and `active`, lowest rank first.',
      tag: 'Catalogue',
      auth: ['secret', 'publishable', 'user'],
      scope: 'catalogue:read',
      query: pageQuery,
      responses: { 200: { description: 'One page of plans.', schema: pageSchema(publicPlanSchema) } },
      errors: [],
      transaction: 'read',
      handle: async ({ session }, { query }) => {
        const request = validated<PageRequest>(query);
        const plans = publicPlans(await readLiveResources(session, ['Plan']));
        const { limit, offset } = pageBounds(request);
        return { status: 200, body: toPage(plans.slice(offset, offset + limit), plans.length, request) };
      },
    },
  ];
}
