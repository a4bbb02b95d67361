import { expect, test } from 'vitest';
import { namesOf } from '../../../src/generate/types/names/names-of.ts';
import { camelCase, constantCase, pascalCase, snakeCase, wordsOf } from '../../../src/generate/types/names/words.ts';

test.each([
  ['new-checkout', 'newCheckout', 'NewCheckout', 'new_checkout', 'NEW_CHECKOUT'],
  ['newCheckout', 'newCheckout', 'NewCheckout', 'new_checkout', 'NEW_CHECKOUT'],
  ['comment.created', 'commentCreated', 'CommentCreated', 'comment_created', 'COMMENT_CREATED'],
  ['HTMLPage2', 'htmlPage2', 'HtmlPage2', 'html_page2', 'HTML_PAGE2'],
  ['startup-2024', 'startup2024', 'Startup2024', 'startup_2024', 'STARTUP_2024'],
  ['2fa', 'n2fa', 'N2fa', 'n2fa', 'N2FA'],
  ['', 'value', 'Value', 'value', 'VALUE'],
  ['__proto__', 'proto', 'Proto', 'proto', 'PROTO'],
])('%j in the four ways of writing names', (text, camel, pascal, snake, constant) => {
  const words = wordsOf(text);
  expect([camelCase, pascalCase, snakeCase, constantCase].map((casing) => casing(words))).toStrictEqual([
    camel,
    pascal,
    snake,
    constant,
  ]);
});

function names(keys: readonly string[], reserved: readonly string[] = []): readonly (string | undefined)[] {
  const given = namesOf(
    keys.map((key) => ({ id: key, wish: key })),
    { casing: camelCase, reserved: new Set(reserved) },
  );
  return keys.map((key) => given.get(key));
}

test('keys that would have one name all get an ending of their own, in any order', () => {
  expect(names(['new-checkout', 'dark-mode', 'new_checkout'])).toStrictEqual([
    'newCheckout_f9213b',
    'darkMode',
    'newCheckout_c92bf7',
  ]);
  expect(names(['new_checkout', 'new-checkout'])).toStrictEqual(['newCheckout_c92bf7', 'newCheckout_f9213b']);
});

test('a key that comes later never takes the name of another', () => {
  expect(names(['new-checkout'])).toStrictEqual(['newCheckout']);
  expect(names(['new-checkout', 'newCheckout'])).not.toContain('newCheckout');
});

test('names that differ in case alone count as one, as classes of Java do on some disks', () => {
  expect(names(['newcheckout', 'new-checkout'])).toStrictEqual([
    expect.stringMatching(/^newcheckout_[0-9a-f]{6}$/u),
    expect.stringMatching(/^newCheckout_[0-9a-f]{6}$/u),
  ]);
});

test('a name that is an ending of another is told from it', () => {
  const [ended = ''] = names(['new-checkout', 'new_checkout']);
  const all = names(['new-checkout', 'new_checkout', ended]);
  expect(new Set(all).size).toBe(3);
});

test('of texts that begin alike for long, each still has a name, which is not as long as they are', () => {
  const page = 'words '.repeat(20_000);
  const given = names([`${page}a`, `${page}b`]);
  expect(new Set(given).size).toBe(2);
  expect(Math.max(...given.map((name) => name?.length ?? Infinity))).toBeLessThan(300);
});

test('what the language has taken gets an underscore', () => {
  expect(names(['class', 'dark-mode'], ['class'])).toStrictEqual(['class_', 'darkMode']);
});

test('two things of one id are a mistake of whoever asks', () => {
  expect(() => names(['a', 'a'])).toThrow(RangeError);
});

test('keys that UTF-8 could not tell apart still have names of their own', () => {
  const [one, other] = names(['\ud83d', '\ude00']);
  expect(one).toMatch(/^value_[0-9a-f]{6}$/u);
  expect(other).toMatch(/^value_[0-9a-f]{6}$/u);
  expect(one).not.toBe(other);
});
