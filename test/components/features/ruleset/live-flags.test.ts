import { describe, expect, it } from 'vitest';
import { createEvaluator } from '../../../../src/components/features/evaluation/index.ts';
import { makeRuleset, rulesetKinds } from '../../../../src/components/features/ruleset/make-ruleset.ts';
import type { ControlPlane } from '../../../../src/app/control-plane-client.ts';
import { loadProject } from '../../../../src/app/load-project.ts';
import { createLocalHost } from '../../../../src/app/local-host.ts';
import type { Resource } from '../../../../src/engine/resource.ts';
import { applying, controlPlaneOn, desired, requestOn } from '../../../support/control-plane.ts';
import { eachDatabase, useDatabases } from '../../../support/databases.ts';

const source = { environment: 'any', revision: 1, madeAt: 0 };

async function live(plane: ControlPlane): Promise<readonly Resource[]> {
  const pages = await Promise.all(rulesetKinds.map((kind) => plane.resources({ kind }, { page: 1, pageSize: 100 })));
  return pages.flatMap(({ data }) => data);
}

describe('flags of the example', () => {
  const databases = useDatabases('postgres');

  it('FR-F006 make in each environment the ruleset that the files make', async () => {
    const { configuration } = await loadProject('examples/acme', createLocalHost());
    if (configuration === null) throw new Error('the example has mistakes');
    const plane = await controlPlaneOn(await databases.shared());
    const texts = new Set<string>();
    for (const environment of ['staging', 'production']) {
      const { resources } = configuration.desiredState(environment);
      const own = plane.as(environment);
      await own.apply(applying({ ...desired(resources), environment }));
      const text = JSON.stringify(makeRuleset({ ...source, resources: await live(own) }));
      expect(text).toBe(JSON.stringify(makeRuleset({ ...source, resources })));
      texts.add(text);
    }
    expect(texts.size).toBe(2);
  });
});

eachDatabase((databases) => {
  describe('flags that are live', () => {
    it('FR-F001 are created, read, changed and deleted, and answer so', async () => {
      const plane = await controlPlaneOn(await databases.shared());
      const request = requestOn(plane);
      const answer = async () =>
        createEvaluator(makeRuleset({ ...source, resources: await live(plane) })).variationDetail('layout', {}, 'none');
      await plane.apply(applying(desired([])));
      expect(await answer()).toMatchObject({ value: 'none', errorCode: 'FLAG_NOT_FOUND' });

      const body = { variations: { a: 'A', b: 'B' }, fallthrough: 'a' };
      expect(await request('PUT', '/v1/resources/Flag/layout', { body })).toMatchObject({ status: 200 });
      expect(await answer()).toMatchObject({ value: 'A', reason: 'STATIC' });

      const three = { variations: { ...body.variations, c: 'C' }, fallthrough: 'c' };
      expect(await request('PUT', '/v1/resources/Flag/layout', { body: three })).toMatchObject({ status: 200 });
      expect((await request('GET', '/v1/resources/Flag/layout')).body).toMatchObject({ body: three });
      expect(await answer()).toMatchObject({ value: 'C', variant: 'c' });

      expect(await request('DELETE', '/v1/resources/Flag/layout')).toMatchObject({ status: 200 });
      expect(await answer()).toMatchObject({ value: 'none', errorCode: 'FLAG_NOT_FOUND' });
    });
  });
});
