import { expect, test } from 'vitest';
import { readRelationship } from '../../src/app/read-relationship.ts';

test('a relationship is three words, and an id may hold colons', () => {
  expect(readRelationship('document:42', 'owner', 'user:urn:ada')).toStrictEqual({
    resource: { type: 'document', id: '42' },
    relation: 'owner',
    subject: { type: 'user', id: 'urn:ada' },
  });
});

test.each([
  ['document', 'user:ada', 'document does not say which one.', 'document:42'],
  ['document:', 'user:ada', 'document: does not say which one.', 'document:42'],
  ['document:42', 'ada', 'ada does not say which one.', 'user: and an id'],
  ['document:42', ':ada', ':ada does not say which one.', 'user: and an id'],
])('%s with %s is refused', (resource, subject, message, hint) => {
  expect(() => readRelationship(resource, 'owner', subject)).toThrow(
    expect.objectContaining({ code: 'cli/usage', message, details: { hint: expect.stringContaining(hint) } }),
  );
});
