import { describe, expect, it } from 'vitest';
import { createExpressions } from '../../../src/components/access/policy/expression.ts';
import { loadFiles } from '../../support/project-folder.ts';

const tenancy = `kind: Tenancy
key: default
attributes:
  user: { startedOn: { type: date, required: true }, department: string }
  tenant: { contractEnds: date }
`;
const type = (scope = 'resource.createdBy == user.key') => `kind: ResourceType
key: invoice
actions: [read, approve]
attributes: { dueAt: date, createdBy: string, note: string }
scopes:
  own: ${JSON.stringify(scope)}
`;
const role = (condition: string, permission = 'invoice:approve') => `kind: Role
key: approver
permissions: ['${permission}']
conditions:
  '${permission}': ${JSON.stringify(condition)}
`;

async function said(files: Readonly<Record<string, string>>) {
  const { configuration, diagnostics } = await loadFiles({ 'tenancy.yaml': tenancy, 'type.yaml': type(), ...files });
  expect(configuration).not.toBeNull();
  return diagnostics.map(({ at, code, hint, message, severity }) => ({
    file: at?.file,
    code,
    severity,
    message,
    hint,
  }));
}

describe('a date that is compared with a text', () => {
  it.each([
    [
      'user.startedOn == "2026-03-01"',
      '`user.startedOn` is declared as a date, and no date equals the text `2026-03-01` (character 19).',
      'Write `timestamp("2026-03-01T00:00:00Z")`.',
    ],
    [
      "resource.createdBy == 'x' || '2026-03-01T10:30+02:00' != tenant['contractEnds']",
      '`tenant.contractEnds` is declared as a date, and every date differs from the text `2026-03-01T10:30+02:00` (character 30).',
      'Write `timestamp("2026-03-01T08:30:00Z")`.',
    ],
    [
      'resource.dueAt < "2026-03-01"',
      '`resource.dueAt` is declared as a date, and no date comes before or after the text `2026-03-01` (character 18).',
      'Write `timestamp("2026-03-01T00:00:00Z")`.',
    ],
  ])('is warned of in %s', async (condition, message, hint) => {
    const warning = { code: 'access/date-compared-with-text', severity: 'warning', message, hint };
    expect(await said({ 'role.yaml': role(condition) })).toEqual([{ file: 'role.yaml', ...warning }]);
    expect(await said({ 'type.yaml': type(condition) })).toEqual([{ file: 'type.yaml', ...warning }]);
  });

  it('is warned of in a condition on everything, where users or tenants have it', async () => {
    const all = await said({
      'role.yaml': role('user.startedOn < "2026-03-01" || resource.dueAt == "2026-03-01"', '*'),
    });
    expect(all).toMatchObject([{ message: expect.stringContaining('`user.startedOn` is declared') }]);
  });

  it.each([
    'user.startedOn < timestamp("2026-03-01T00:00:00Z") && now > resource.dueAt',
    // May be what was kept before it was declared, and stays a text.
    'user.startedOn == "never" || resource.dueAt == "2026-02-30"',
    'resource.note == "2026-03-01" || user.department == "2026-03-01"',
    'user.dueAt == "2026-03-01" || resource.startedOn2.dueAt == "2026-03-01"',
    'string(resource.dueAt) == "2026-03-01"',
    '[{"dueAt": "2026-03-01"}].exists(resource, resource.dueAt == "2026-03-01")',
  ])('is not what is found in %s', async (condition) => {
    const found = await said({ 'role.yaml': role(condition) });
    expect(found.filter(({ code }) => code === 'access/date-compared-with-text')).toEqual([]);
  });

  it('comes out as the warning says, and the hint is the way to ask it', () => {
    const read = createExpressions();
    const holds = (condition: string, dueAt: string) =>
      read(condition)({
        user: {},
        tenant: {},
        resource: { dueAt },
        action: {},
        context: {},
        now: new Date('2026-03-02T00:00:00Z'),
        dates: { user: [], tenant: [], resource: ['dueAt'] },
      }) === null;
    for (const dueAt of ['2026-03-01', '2026-03-01T00:00:00Z', '2026-03-09', '2026-01-01']) {
      expect(
        ['==', '<', '<=', '>', '>='].filter((sign) => holds(`resource.dueAt ${sign} "2026-03-01"`, dueAt)),
      ).toEqual([]);
      expect(holds('resource.dueAt != "2026-03-01"', dueAt)).toBe(true);
    }
    expect(holds('resource.dueAt == timestamp("2026-03-01T00:00:00Z")', '2026-03-01')).toBe(true);
  });
});
