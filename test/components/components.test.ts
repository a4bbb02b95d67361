import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { components, kinds as parts } from '../../src/components/index.ts';
import { guardrailLimits } from '../../src/engine/load/project-schema.ts';
import { createRegistry } from '../../src/engine/model/create-registry.ts';

describe('the table of components', () => {
  it('lists exactly the components that have models', () => {
    const folders = new Set(globSync('models/*/*.yaml').map((path) => path.split('/')[1]));
    expect(new Set(components.map((component) => component.name))).toEqual(folders);
  });

  it('gives what files are checked with of each component, for those who need nothing else', () => {
    expect(parts).toEqual(components.map(({ models, validators, policies }) => ({ models, validators, policies })));
  });

  it('makes a registry of every kind', () => {
    const kinds = new Set(createRegistry(components).kinds.keys());
    const files = globSync('models/*/*.yaml').map((path) => /^kind: (\w+)$/m.exec(readFileSync(path, 'utf8'))?.[1]);
    expect(kinds).toEqual(new Set(files));
  });

  it.each(components)(
    '$name stands in the folder of its name, with a README that names its kinds',
    ({ name, models }) => {
      const readme = readFileSync(`src/components/${name}/README.md`, 'utf8');
      expect(existsSync(`src/components/${name}/index.ts`)).toBe(true);
      for (const model of models) {
        expect(model.component).toBe(name);
        expect(readme).toContain(`\`${model.kind}\``);
      }
    },
  );

  it.each(components)(
    '$name says of each of its kinds why an impact may be unknown, unless it tells it',
    ({ impact, models, unknownImpact = {}, guardedFigures }) => {
      const kinds = models.map((model) => model.kind);
      expect(kinds).toEqual(expect.arrayContaining(Object.keys(unknownImpact)));
      if (impact === undefined) expect(Object.keys(unknownImpact).toSorted()).toEqual(kinds.toSorted());
      for (const reason of Object.values(unknownImpact)) expect(reason).toContain('{key}');
      expect(kinds).toEqual(expect.arrayContaining(Object.keys(guardedFigures ?? {})));
      for (const figure of Object.values(guardedFigures ?? {}).flat()) {
        expect([...guardrailLimits.keys()]).toContain(`max${figure.charAt(0).toUpperCase()}${figure.slice(1)}`);
      }
    },
  );

  it.each(components)('$name has validators that need nothing at run time', ({ name }) => {
    const code = readFileSync(`src/components/${name}/generated/validators.gen.js`, 'utf8');
    expect(code).not.toMatch(/^import |\bimport\(|(?<!['"])\brequire\(/m);
  });
});
