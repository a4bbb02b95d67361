import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoadResult } from '../../src/engine/configuration.ts';
import { loadConfiguration } from '../../src/engine/load/load-configuration.ts';
import { createRegistry } from '../../src/engine/model/create-registry.ts';
import type { KindRegistry } from '../../src/engine/model/registry.ts';
import { createHost } from '../../src/host/create-host.ts';
import type { Component } from '../../src/components/contract.ts';
import { applying, controlPlaneOn, desired, resource } from '../support/control-plane.ts';
import { useDatabases } from '../support/databases.ts';
import { runGenerateScript } from './generate-script.ts';

const coupon = `kind: Coupon
plural: coupons
summary: A reduction of what a tenant pays.
columns: [name, percent]
schema:
  type: object
  required: [percent]
  properties:
    percent:
      description: How much is taken off.
      $ref: '#/$defs/percent'
    plans:
      description: The plans it is good for. Absent, all of them.
      type: array
      items: { type: string, x-reference: Plan }
      x-set: true
    limit:
      description: How often it can be used.
      anyOf:
        - { type: integer, minimum: 1 }
        - { type: string, enum: [unlimited] }
      x-default: unlimited
examples:
  - kind: Coupon
    key: welcome
    percent: 20
    plans: [pro] # not the free one
`;

/** A kind is a YAML file: everything here comes from writing one and running the generator, with no code of its own. */
describe('adding a kind', () => {
  let out: string;
  const databases = useDatabases('embedded');
  let registry: KindRegistry;
  let parts: Pick<Component, 'models' | 'validators'>;

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'dream-new-kind-'));
    await cp('models', join(out, 'models'), { recursive: true });
    await writeFile(join(out, 'models/billing/coupon.yaml'), coupon);
    const run = await runGenerateScript('--models', join(out, 'models'), '--out', out);
    expect(run.stderr).toBe('');
    const generated = (file: string): string => pathToFileURL(join(out, 'src/components/billing/generated', file)).href;
    const { models } = await import(generated('models.gen.ts'));
    const { validators } = await import(generated('validators.gen.js'));
    parts = { models, validators };
    registry = createRegistry([parts]);
  });
  afterAll(() => rm(out, { recursive: true }));

  it('takes one YAML file and the generator', () => {
    expect([...registry.kinds.keys()]).toEqual(['Coupon', 'Meter', 'Plan']);
    expect(registry.kinds.get('Coupon')?.model).toMatchObject({ plural: 'coupons', component: 'billing' });
  });

  it('validates documents of the new kind', () => {
    const validate = registry.kinds.get('Coupon')?.validate;
    expect(
      validate?.({ kind: 'Coupon', key: 'welcome', percent: 20, limit: 'unlimited', labels: { team: 'growth' } }),
    ).toBe(true);
    expect(validate?.({ kind: 'Coupon', key: 'welcome', percent: 120, limits: 3 })).toBe(false);
    expect(validate?.errors?.map(({ keyword, instancePath }) => [keyword, instancePath])).toEqual([
      ['additionalProperties', ''],
      ['maximum', '/percent'],
    ]);
  });

  it('loads a project that uses it, with its references and its mistakes', async () => {
    const project = join(out, 'project');
    await mkdir(project);
    await writeFile(join(project, 'dream.yaml'), 'project: acme\nenvironments: { production: {} }\n');
    await writeFile(join(project, 'plan.yaml'), 'kind: Plan\nkey: pro\n');
    await writeFile(join(project, 'coupon.yaml'), 'kind: Coupon\nkey: welcome\npercent: 20\nplans: [pro]\n');
    const load = (): Promise<LoadResult> =>
      loadConfiguration({ directory: project, files: createHost().files, registry });

    const { configuration, diagnostics } = await load();
    expect(diagnostics).toEqual([]);
    expect(configuration?.desiredState('production').resources).toContainEqual({
      kind: 'Coupon',
      key: 'welcome',
      body: { percent: 20, plans: ['pro'] },
    });

    await writeFile(join(project, 'coupon.yaml'), 'kind: Coupon\nkey: welcome\npercnt: 20\nplans: [pto]\n');
    const mistakes = (await load()).diagnostics.map(({ at, hint }) => [at?.start, hint]);
    expect(mistakes).toEqual([
      [{ line: 3, column: 1 }, 'Did you mean `percent`?'],
      [{ line: 4, column: 9 }, 'Did you mean `pro`?'],
    ]);
  });

  it('plans, applies and reads back resources of the new kind', async () => {
    const dream = await controlPlaneOn(await databases.shared(), { components: [{ name: 'billing', ...parts }] });
    const state = (percent: number) =>
      desired([resource('Plan', 'pro'), resource('Coupon', 'welcome', { percent, plans: ['pro'] })]);
    const first = await dream.apply(applying(state(20)));
    expect(first.changeset.changes.map(({ action, kind }) => `${action} ${kind}`)).toEqual([
      'create Plan',
      'create Coupon',
    ]);
    const { changes } = await dream.plan(state(25), { adopt: false });
    expect(changes).toMatchObject([
      { action: 'update', kind: 'Coupon', fields: [{ path: 'percent', before: 20, after: 25 }] },
    ]);
    expect(changes[0]?.impact).toEqual({
      status: 'unknown',
      reason: 'who uses Coupon welcome is not known to this server yet',
    });
    const { data } = await dream.resources({ kind: 'Coupon' }, { page: 1, pageSize: 10 });
    expect(data).toMatchObject([{ key: 'welcome', body: { percent: 20, plans: ['pro'] } }]);
    await expect(
      dream.plan(desired([resource('Coupon', 'welcome', { percent: 20, plans: ['pro'] })]), { adopt: false }),
    ).rejects.toMatchObject({
      code: 'changes/invalid',
    });
  });

  it('describes the new kind in its reference page, its type and the list of kinds', async () => {
    const page = await readFile(join(out, 'docs/reference/coupon.md'), 'utf8');
    expect(page).toContain('```yaml\nkind: Coupon\nkey: welcome\npercent: 20\nplans: [pro] # not the free one\n```\n');
    expect(page).toContain('| `percent` | percentage from 0 to 100 | **required** | How much is taken off. |\n');
    expect(page).toContain(
      '| `plans` | set of keys of [Plan](plan.md) |  | The plans it is good for. Absent, all of them. |\n',
    );
    expect(page).toContain(
      '| `limit` | whole number, at least 1 or `unlimited` | `unlimited` | How often it can be used. |\n',
    );
    expect(await readFile(join(out, 'docs/reference/README.md'), 'utf8')).toContain(
      '| [Coupon](coupon.md) | billing |',
    );
    const types = await readFile(join(out, 'src/components/billing/generated/types.gen.ts'), 'utf8');
    expect(types).toContain('export interface Coupon {\n');
    expect(types).toContain("  readonly limit?: number | 'unlimited';\n");
  });
});
