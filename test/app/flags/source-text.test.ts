import { expect, test } from 'vitest';
import { sourceText } from '../../../src/app/flags/source-text.ts';

const code = "variation('größe');\n";
const utf16 = Buffer.from(`\ufeff${code}`, 'utf16le');

test.for([
  { name: 'UTF-8', bytes: Buffer.from(code), text: code },
  { name: 'UTF-8 with its mark', bytes: Buffer.from(`\ufeff${code}`), text: code },
  { name: 'UTF-16, least byte first', bytes: utf16, text: code },
  { name: 'UTF-16, greatest byte first', bytes: Buffer.from(utf16).swap16(), text: code },
  { name: 'UTF-16 of an odd length', bytes: utf16.subarray(0, -1), text: `${code.slice(0, -1)}\ufffd` },
  { name: 'bytes that are no text', bytes: Buffer.from(`\0${code}`), text: null },
  { name: 'nothing', bytes: Buffer.alloc(0), text: '' },
])('the text of $name', ({ bytes, text }) => {
  expect(sourceText(bytes)).toBe(text);
});
