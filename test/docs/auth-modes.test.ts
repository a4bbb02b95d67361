import { expect, test } from 'vitest';
import { everyOperation, renderAuthModes } from '../../scripts/auth-modes.ts';
import { read } from '../support/documents.ts';

test('DA-01 docs/auth-modes.md is what the operation table says; `node scripts/auth-modes.ts` brings it up to date', () => {
  const operations = everyOperation();
  const page = read('docs/auth-modes.md');
  expect(page).toBe(renderAuthModes(operations));
  for (const { id, auth } of operations) {
    const [, publishable = '', user = '', secret = ''] = page.split(/^## /m);
    expect({ id, publishable: publishable.includes(`\`${id}\``) }).toEqual({
      id,
      publishable: auth.includes('publishable'),
    });
    expect({ id, user: user.includes(`\`${id}\``) }).toEqual({ id, user: auth.includes('user') });
    expect({ id, secret: secret.includes(`\`${id}\``) }).toEqual({ id, secret: auth.includes('secret') });
  }
});
