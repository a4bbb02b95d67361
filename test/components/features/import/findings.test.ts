import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importSources } from '../../../../src/components/flag-import-contract.ts';
import { importFindings } from '../../../../src/components/features/import/findings.ts';
import { flagImporter } from '../../../../src/components/features/import/import-flags.ts';
import type { Json } from '../../../../src/engine/json.ts';
import { imported } from './support/imported.ts';

describe('findings of an import', () => {
  it('are those of the guide, with what they mean', () => {
    const guide = readFileSync('docs/guides/importing-flags.md', 'utf8');
    const rows = [...guide.matchAll(/^\| `(import\/[a-z-]+)` \| (.+) \|$/gmu)].map(([, code, meaning]) => [
      code,
      meaning,
    ]);
    expect(Object.fromEntries(rows)).toEqual(importFindings);
  });

  it('say in the document too what was left out of it', async () => {
    const clause = { attribute: 'seats', op: 'roundTo', values: [10] };
    const rules = [{ variation: 0, clauses: [clause] }];
    const flag = { on: true, variations: [true, false], offVariation: 1, fallthrough: { variation: 1 }, rules };
    const { findings, yaml } = await imported('launchdarkly', { flags: { checkout: { key: 'checkout', ...flag } } });
    const message = 'Rule 1 was left out: the operator `roundTo` has no equal here.';
    expect(findings[0]).toEqual({ code: 'import/rule-left-out', effect: 'changed', of: 'flag checkout', message });
    expect(yaml).toContain(`# ${message}\n`);
  });
});

it.each(importSources)('whatever is handed in as an export of %s, nothing is thrown', (source) => {
  const names = fc.constantFrom(
    'flags',
    'features',
    'items',
    'a',
    'rules',
    'variations',
    'strategies',
    'targeting',
    'if',
    'key',
    'segments',
  );
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom<Json>(null, true, 0, 1.5, 'a', ''),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(names, tie('json'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(json, (exported) => flagImporter.import(source, exported, {}).findings.length >= 0),
    { numRuns: 300 },
  );
});
