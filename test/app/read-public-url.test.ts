import { expect, it } from 'vitest';
import { readPublicUrl } from '../../src/app/read-public-url.ts';
import { PlatformError } from '../../src/engine/platform-error/index.ts';

it('takes the address of a server, perhaps below a path, and nothing else', () => {
  const read = (text: string) => readPublicUrl({ DREAM_PUBLIC_URL: text });
  expect(readPublicUrl({})).toBeUndefined();
  expect(read('')).toBeUndefined();
  expect(read('https://dream.example.com')).toBe('https://dream.example.com');
  expect(read('https://example.com:8443/dream/')).toBe('https://example.com:8443/dream');
  for (const wrong of ['dream.acme.com', 'ftp://a', 'https://u:p@a', 'https://a?b', 'https://a#b', 'https://a/{b}']) {
    try {
      read(wrong);
      expect(wrong).toBe('refused');
    } catch (error) {
      expect(error instanceof PlatformError && error.code).toBe('serve/unreadable-public-url');
      expect(String(error)).not.toContain(wrong);
    }
  }
});
