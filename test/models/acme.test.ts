import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { components } from '../../src/components/index.ts';
import { loadConfiguration } from '../../src/engine/load/load-configuration.ts';
import { createRegistry } from '../../src/engine/model/create-registry.ts';
import { createHost } from '../../src/host/create-host.ts';

const registry = createRegistry(components);
const load = (directory: string) => loadConfiguration({ directory, files: createHost().files, registry });

const copy = mkdtempSync(join(tmpdir(), 'dream-acme-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('examples/acme', () => {
  it('CP-01 is valid, and uses every kind', async () => {
    const { configuration, diagnostics } = await load('examples/acme');
    expect(diagnostics).toEqual([]);
    const used = new Set(configuration?.desiredState('production').resources.map(({ kind }) => kind));
    expect(used).toEqual(new Set(registry.kinds.keys()));
  });

  it('FR-F006 differs between environments, as its overlays say', async () => {
    const { configuration } = await load('examples/acme');
    const flag = (environment: string, key: string) =>
      configuration
        ?.desiredState(environment)
        .resources.find((resource) => resource.kind === 'Flag' && resource.key === key)?.body;
    expect([...(configuration?.environments.keys() ?? [])]).toEqual(['development', 'staging', 'production']);
    expect(flag('development', 'advanced-analytics')?.['fallthrough']).toBe('on');
    expect(flag('staging', 'advanced-analytics')?.['fallthrough']).toEqual({
      rollout: { on: 50, off: 50 },
      by: 'user.key',
    });
    expect(flag('production', 'advanced-analytics')?.['fallthrough']).toEqual({
      rollout: { on: 10, off: 90 },
      by: 'user.key',
    });
    expect(flag('production', 'search-engine')?.['state']).toBe('off');
  });

  it('FR-B001 prices its plans in several currencies, per month and per year', async () => {
    const { configuration } = await load('examples/acme');
    const pro = configuration
      ?.desiredState('production')
      .resources.find(({ kind, key }) => kind === 'Plan' && key === 'pro');
    expect(pro?.body['prices']).toEqual({
      USD: { monthly: '49.00', annual: '490.00' },
      EUR: { monthly: '45.00', annual: '450.00' },
      INR: { monthly: '1999.00', annual: '19990.00' },
    });
  });

  it.each([
    ['flags/features.yaml', 'on: 10, off: 90', 'on: 10, off: 80', 'features/rollout-not-whole'],
    ['access/roles.yaml', 'expense:submit', 'expense:sumbit', 'reference/unknown-member'],
    [
      'notifications/comments.yaml',
      'about _{{ payload.title }}_',
      'about _{{ payload.titel }}_',
      'notifications/unknown-variable',
    ],
    ['plans/pro.yaml', 'INR: 0.02', 'GBP: 0.02', 'billing/currency-missing'],
    ['plans/entitlements.yaml', 'free: 25,', 'free: true,', 'features/value-not-of-type'],
    ['audit/retention.yaml', 'keep: 180d', 'keep: 60d', 'audit/keep-too-short'],
    ['access/tenancy.yaml', '{ currency: USD,', '{ currency: GBP,', 'access/default-not-listed'],
    ['access/resource-types.yaml', 'parent.owner', 'parent.onwer', 'access/grant-unknown-relation'],
  ])('tells at once what is wrong in %s with `%s` made `%s`', async (file, right, wrong, code) => {
    const directory = join(copy, code.replace('/', '-'));
    cpSync('examples/acme', directory, { recursive: true });
    const text = readFileSync(join(directory, file), 'utf8');
    expect(text.split(right).length).toBeGreaterThan(1);
    writeFileSync(join(directory, file), text.replace(right, wrong));
    const { diagnostics } = await load(directory);
    expect(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.at?.file])).toEqual([[code, file]]);
    const [line] = text.split('\n').flatMap((content, index) => (content.includes(right) ? [index + 1] : []));
    const at = diagnostics[0]?.at?.start.line ?? 0;
    // A block of text is blamed where it begins.
    expect(at).toBeLessThanOrEqual(line ?? 0);
    expect(at).toBeGreaterThan((line ?? 0) - 8);
  });
});
