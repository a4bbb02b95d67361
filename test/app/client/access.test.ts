import { expect, it } from 'vitest';
import { useDatabases } from '../../support/databases.ts';
import { applying, controlPlaneOn, desired, resource } from '../../support/control-plane.ts';

const databases = useDatabases('embedded');

it('SD-09 the client asks who may do what, and is answered with the grounds', async () => {
  const { access, apply, tenants, users, members } = await controlPlaneOn(await databases.shared());
  await apply(
    applying(
      desired([
        resource('ResourceType', 'invoice', { actions: ['read'] }),
        resource('Role', 'viewer', { permissions: ['invoice:read'] }),
      ]),
    ),
  );
  await tenants.create({ id: 'acme', name: 'Acme' });
  await users.create({ id: 'ada' });
  await members.add('acme', 'ada', ['viewer']);

  const grant = { by: 'role', role: 'viewer', declaredBy: 'viewer', permission: 'invoice:read' };
  const subject = { type: 'user', id: 'ada', standing: 'member', roles: ['viewer'] };
  const question = { tenant: 'acme', action: 'read', resource: { type: 'invoice' } };
  const { tenant, ...untied } = { ...question, subject: { id: 'ada' } };
  expect(await access.check({ tenant, ...untied })).toMatchObject({
    allowed: true,
    grant,
    refusal: null,
    subject,
    policyRevision: 1,
  });
  const many = await access.checkMany({ tenant, checks: [untied, { ...untied, action: 'fly' }] });
  expect(many.data).toMatchObject([{ allowed: true }, { allowed: false, refusal: { reason: 'unknown-action' } }]);
  expect(await access.who(question, { page: 1, pageSize: 10 })).toMatchObject({
    data: [{ subject, grant }],
    pagination: { totalItems: 1 },
  });
  expect(await access.can({ tenant: 'acme', subject: { id: 'ada' }, resource: { type: 'invoice' } })).toMatchObject({
    subject,
    permissions: [{ permission: 'invoice:read', declaredBy: 'viewer' }],
    actions: [{ action: 'read', allowed: true, grant }],
  });
});
