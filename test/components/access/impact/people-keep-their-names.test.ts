import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { relationshipEffect } from '../../../../src/components/access/impact/relations/relationship-effect.ts';
import { renameRelatedType } from '../../../../src/components/access/impact/relations/queries.ts';
import type { ChangeAction } from '../../../../src/engine/resource.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../support/control-plane.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { fillDirectory, inEnvironment } from '../../../support/directory.ts';

// Validation refuses resource types called so, but one may have been applied before it did.
eachDatabase((databases) => {
  describe('a resource type called as those who are given access', () => {
    it.each([
      ['user', 'account'],
      ['person', 'user'],
      ['tenant', 'workspace'],
      ['service-account', 'robot'],
    ])('makes nobody another by a rename from %s to %s', async (was, is) => {
      const database = await databases.shared();
      const dream = await controlPlaneOn(database);
      await dream.apply(applying(desired([resource('ResourceType', 'folder', { actions: ['read'] })])));
      await fillDirectory(database, {
        tenants: ['globex'],
        relationships: [
          ['globex', 'folder', 'a', 'owner', was, 'cy'],
          ['globex', was, 'b', 'owner', 'user', 'ada'],
        ],
      });
      const change = (action: ChangeAction, key: string, from?: string) => ({
        kind: 'ResourceType',
        key,
        action,
        ...(from === undefined ? {} : { from }),
        owner: 'files' as const,
        fields: [],
        before: null,
        after: null,
        beforeHash: null,
        afterHash: null,
      });
      const { deleted, renamed, tuples } = await inEnvironment(database, async (session) => {
        const effects = await Promise.all([
          relationshipEffect(change('rename', is, was), session),
          relationshipEffect(change('delete', was), session),
        ]);
        await renameRelatedType(session, was, is);
        const { rows } = await session.tx.execute(sql`
          select resource_type || ':' || resource_id || ' ' || subject_type || ':' || subject_id as tuple
          from relationships order by resource_id`);
        const [renaming, deleting] = effects.map(([effect]) => effect?.text);
        return { renamed: renaming, deleted: deleting, tuples: rows.map(({ tuple }) => tuple) };
      });
      expect(renamed).toBe('1 relationship in 1 tenant moves along under the new name');
      // Of a resource at the other end, too, it is true that it means nothing any more.
      const isOfResource = was === 'person';
      expect(deleted).toBe(
        isOfResource
          ? '2 relationships in 1 tenant no longer mean anything'
          : '1 relationship in 1 tenant no longer means anything',
      );
      expect(tuples).toEqual([`folder:a ${was}:cy`, `${is}:b user:ada`]);
    });
  });
});
