import { expect, test } from 'vitest';
import { formatGeneratedOpenApi, type GeneratedFacts } from '../../src/views/generated-openapi.ts';
import { plainStyle } from '../../src/views/style.ts';

const documents: GeneratedFacts['documents'] = [
  { path: 'openapi.yaml', component: null, operations: 1118, kinds: 18, state: 'changed' },
  { path: 'billing/billing.yaml', component: 'billing', operations: 4, kinds: 2, state: 'unchanged' },
  { path: 'loyalty/loyalty.yaml', component: 'loyalty', operations: 1, kinds: 0, state: 'new' },
  { path: 'storage/storage.yaml', component: null, operations: 0, kinds: 0, state: 'gone' },
];

test('what was written, and what became of each document', () => {
  expect(formatGeneratedOpenApi({ checked: false, directory: 'openapi', documents }, plainStyle)).toBe(
    `DOCUMENT              OPERATIONS  KINDS  STATE
openapi.yaml          1,118       18     written
billing/billing.yaml  4           2      unchanged
loyalty/loyalty.yaml  1           –      new
storage/storage.yaml                     removed

✓ Wrote 2 documents into openapi, and removed 1.`,
  );
});

test('what a check found, and what to type then', () => {
  expect(formatGeneratedOpenApi({ checked: true, directory: 'our api', documents }, plainStyle)).toBe(
    `DOCUMENT              OPERATIONS  KINDS  STATE
openapi.yaml          1,118       18     stale
billing/billing.yaml  4           2      fresh
loyalty/loyalty.yaml  1           –      missing
storage/storage.yaml                     left over

✗ our api is stale: 3 documents of 4.
dream generate openapi --out 'our api' writes what the operation table and the models say.`,
  );
});

test('where there is nothing to write', () => {
  const fresh = documents.filter(({ state }) => state === 'unchanged');
  expect(formatGeneratedOpenApi({ checked: true, directory: 'openapi', documents: fresh }, plainStyle)).toMatch(
    /\n\n✓ openapi is fresh: nothing to write\.$/u,
  );
});
