import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeText, readAttribute } from '../../../../src/components/features/evaluation/attribute-path.ts';
import { validators } from '../../../../src/components/features/generated/validators.gen.js';
import { attributeNames } from '../../../../src/engine/condition/attribute-names.ts';

describe('an attribute as people write it', () => {
  it.each<[string, readonly string[]]>([
    ['user.email', ['email']],
    ['user.address.city', ['address', 'city']],
    ['user."app.version"', ['app.version']],
    ['user.claims."https://acme.com/roles".first', ['claims', 'https://acme.com/roles', 'first']],
    ['user."first name"', ['first name']],
    ['user."a=b"', ['a=b']],
    [String.raw`user."say \"hi\" to C:\\ada now"`, ['say "hi" to C:\\ada now']],
    [String.raw`user."\"quoted\""`, ['"quoted"']],
    [String.raw`user.C:\ada`, [String.raw`C:\ada`]],
    ['user.名前', ['名前']],
  ])('%s', (text, path) => {
    expect([readAttribute(text), attributeText('user', path)]).toEqual([{ kind: 'user', path }, text]);
  });

  it('reads quotes that were not needed', () => {
    expect(readAttribute('user."email"')).toEqual({ kind: 'user', path: ['email'] });
  });

  it('is read as it was written whatever its names are, by the engine too, and is always valid in a file', () => {
    const name = fc.oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^[."\\=\s\na]+$/u));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (path) => {
        const text = attributeText('user', path);
        expect(readAttribute(text)).toEqual({ kind: 'user', path });
        expect(attributeNames(text)).toEqual(['user', ...path]);
        const rules = [{ if: { [text]: 'x' }, serve: 'on' }];
        const flag = { kind: 'Flag', key: 'x', variations: { on: true, off: false }, rules };
        expect([text, validators['Flag']?.(flag)]).toEqual([text, true]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['user."a', 'user."a"b', 'user.""', 'user.a b', 'user..a', 'user."a".', String.raw`user."\a"`])(
    'a file may not write %s',
    (text) => {
      const rules = [{ if: { [text]: 'x' }, serve: 'on' }];
      expect(validators['Flag']?.({ kind: 'Flag', key: 'x', variations: { on: true, off: false }, rules })).toBe(false);
    },
  );
});
