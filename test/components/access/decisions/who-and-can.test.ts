import { expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../../../src/engine/json.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { itemsOf } from '../../../support/tenancy.ts';
import type { Received } from '../../../support/test-server.ts';
import { invoice, productOn, user } from './product.ts';

function idsOf(answer: Received): readonly unknown[] {
  return itemsOf(answer).map(({ subject }) => (isJsonObject(subject) ? subject['id'] : subject));
}

eachDatabase((databases) => {
  it('SD-09 who may do it is everybody whom a check would allow, and nobody else', async () => {
    const { ask, program } = await productOn(await databases.shared());
    const everybody = [{ type: 'service-account', id: program }, ...['ada', 'bo', 'cy', 'max'].map((id) => user(id))];
    const questions: readonly { readonly action: string; readonly resource: JsonObject }[] = [
      { action: 'read', resource: { type: 'invoice' } },
      { action: 'approve', resource: invoice(400, 'max') },
      { action: 'approve', resource: invoice(400, 'ada') },
      { action: 'update', resource: { type: 'document', id: 'plan' } },
      { action: 'read', resource: { type: 'document', id: 'news' } },
      { action: 'read', resource: { type: 'employee', id: 'e', properties: { userId: 'bo' } } },
      { action: 'fly', resource: { type: 'document', id: 'plan' } },
    ];
    for (const question of questions) {
      const checks = everybody.map((subject) => ({ subject, ...question }));
      const decided = itemsOf(await ask('checks', { checks })).map(({ allowed }) => allowed);
      const expected = everybody.filter((_, index) => decided[index] === true).map(({ id }) => id);
      expect({ question, who: idsOf(await ask('who', question)) }).toStrictEqual({ question, who: expected });
    }
    expect(idsOf(await ask('who', { action: 'approve', resource: invoice(400, 'max') }))).toStrictEqual(['ada', 'max']);
  });

  it('SD-09 who may do it comes in pages, each with what allows it', async () => {
    const { ask, program } = await productOn(await databases.shared());
    const question = { action: 'update', resource: { type: 'document', id: 'plan' } };
    const { json } = await ask('who', { ...question, pageSize: 3 });
    expect(json).toStrictEqual({
      data: [
        {
          subject: { type: 'service-account', id: program, standing: 'service-account', roles: ['viewer'] },
          grant: { by: 'relation', relation: 'parent.editor', via: { type: 'folder', id: 'finance' } },
        },
        {
          subject: { type: 'user', id: 'bo', standing: 'member', roles: ['viewer'] },
          grant: { by: 'relation', relation: 'owner' },
        },
        {
          subject: { type: 'user', id: 'cy', standing: 'member', roles: [] },
          grant: { by: 'relation', relation: 'parent.editor', via: { type: 'folder', id: 'finance' } },
        },
      ],
      pagination: { page: 1, pageSize: 3, totalItems: 4, totalPages: 2, hasNext: true, hasPrevious: false },
      policyRevision: 1,
    });
    const second = await ask('who', { ...question, page: 2, pageSize: 3 });
    expect(idsOf(second)).toStrictEqual(['max']);
    expect(idsOf(await ask('who', { ...question, page: 3, pageSize: 3 }))).toStrictEqual([]);
  });

  it('SD-09 what somebody may do is told with the role that says so, and for a resource action by action', async () => {
    const { ask } = await productOn(await databases.shared());
    const condition = 'resource.amount <= user.limit && resource.createdBy != user.key';
    expect((await ask('can', { subject: user('ada') })).json).toStrictEqual({
      subject: { type: 'user', id: 'ada', standing: 'member', roles: ['approver'] },
      permissions: [
        { permission: 'employee:read:self', declaredBy: 'viewer' },
        { permission: 'invoice:approve', declaredBy: 'approver', condition },
        { permission: 'invoice:read', declaredBy: 'viewer' },
      ],
      policyRevision: 1,
    });
    const plan = await ask('can', { subject: user('cy'), resource: { type: 'document', id: 'plan' } });
    const viaFolder = { by: 'relation', relation: 'parent.editor', via: { type: 'folder', id: 'finance' } };
    expect(plan.json).toMatchObject({
      permissions: [],
      actions: [
        {
          action: 'delete',
          allowed: false,
          grant: null,
          refusal: { missing: 'document:delete', grantedBy: ['admin'] },
        },
        { action: 'read', allowed: true, grant: viaFolder, refusal: null },
        { action: 'share', allowed: false },
        { action: 'update', allowed: true, grant: viaFolder, refusal: null },
      ],
    });
    expect((await ask('can', { subject: user('zed') })).json).toMatchObject({
      subject: { standing: 'none', roles: [] },
      permissions: [],
    });
    expect(await ask('can', { tenant: 'nowhere', subject: user('ada') })).toMatchObject({ code: 'tenants/not-found' });
    expect(await ask('who', { tenant: 'nowhere', action: 'read', resource: { type: 'x' } })).toMatchObject({
      code: 'tenants/not-found',
    });
  });
});
