import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reasons } from '../../../../src/components/audit/proof/reasons.ts';

it('every reason why an export does not hold is documented, in its words, and no other', () => {
  const guide = readFileSync('docs/guides/audit-proof.md', 'utf8');
  const documented = [...guide.matchAll(/^### (\S+)\n\n([^.]+(?:\.|:))/gmu)].map(([, reason = '', text = '']) => [
    reason,
    text,
  ]);
  expect(documented.map(([reason]) => reason)).toEqual(Object.keys(reasons));
  for (const [reason = '', meaning] of Object.entries(reasons)) expect(guide).toContain(`### ${reason}\n\n${meaning}`);
});
