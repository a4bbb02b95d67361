import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/engine/diagnostic/catalogue.ts';
import { loadFiles } from '../../support/project-folder.ts';

const document = readFileSync('docs/diagnostics.md', 'utf8');
const entries = document
  .split(/^### /m)
  .slice(1)
  .map((entry) => {
    const [code = '', ...lines] = entry.split(/^## /m)[0]?.split('\n') ?? [];
    const text = lines.join('\n');
    return { code, text, example: /```yaml\n(.*?)```/s.exec(text)?.[1] };
  });

async function checksOfKinds(): Promise<readonly (readonly [code: string, meaning: string])[]> {
  const checks: (readonly [string, string])[] = [];
  for (const path of globSync(['src/components/*/findings.ts', 'src/engine/condition/findings.ts'])) {
    const { findings } = (await import(pathToFileURL(resolve(path)).href)) as {
      readonly findings: { readonly [code: string]: string };
    };
    checks.push(...Object.entries(findings));
  }
  return checks;
}

describe('docs/diagnostics.md', () => {
  it('has one entry for every code of the catalogue and of the checks of kinds, and none for any other', async () => {
    const codes = [...Object.keys(catalogue), ...(await checksOfKinds()).map(([code]) => code)];
    expect(entries.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
  });

  it('says of each check of a kind what the check itself says', async () => {
    for (const [code, meaning] of await checksOfKinds()) {
      expect(entries.find((entry) => entry.code === code)?.text).toContain(meaning);
    }
  });

  it.each(entries)('$code says how to mend it', ({ text }) => {
    expect(text).toMatch(/^Mend: .+\.$/m);
  });

  it.each(entries.filter(({ example }) => example !== undefined))(
    'the example of $code causes it',
    async ({ code, example = '' }) => {
      const [dreamYaml, other = ''] = example.startsWith('# dream.yaml')
        ? example.split('# other.yaml\n')
        : [undefined, example];
      const { diagnostics } = await loadFiles({
        'a.yaml': other,
        ...(dreamYaml === undefined ? {} : { 'dream.yaml': dreamYaml }),
      });
      expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
      expect(new Set(diagnostics.map((diagnostic) => diagnostic.code)).size).toBe(1);
    },
  );
});
