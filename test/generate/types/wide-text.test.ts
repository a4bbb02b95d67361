// Chinese, Japanese and Korean characters and emoji take two columns: what fits on a line is counted by them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format as formatPython } from '@wasm-fmt/ruff_fmt';
import { util } from 'prettier';
import { beforeAll, expect, test } from 'vitest';
import { columnsOf as columnsOfPython } from '../../../src/generate/sdk/python/layout/columns.ts';
import { columnsOf } from '../../../src/generate/sdk/typescript/layout/columns.ts';
import type { ConfigurationTypes } from '../../../src/generate/types/configuration-types.ts';
import { emitJava } from '../../../src/generate/types/java/emit-java.ts';
import { emitPython } from '../../../src/generate/types/python/emit-python.ts';
import { emitTypeScript } from '../../../src/generate/types/typescript/emit-typescript.ts';
import { describedDocuments } from './described.ts';

const scripts = ['漢', 'かな', '한', 'ｗ', '😀', 'e\u0301', '👩\u200d🚀', '🇩🇪'];
const python = { line_width: 100, indent_style: 'space', indent_width: 4 } as const;
let types: ConfigurationTypes;

/** Texts of every width that matters around the ends of lines. */
const texts = scripts.flatMap((script) =>
  Array.from({ length: 40 }, (_, index) => `${script.repeat(4 + Math.floor(index / 2))}${index % 2 === 0 ? '' : 'a'}`),
);
/** Short enough for a name beside it, and long enough for the end of the line. */
const sentences = texts.map((text) => `${text} ${text} ${text}.`);

/** A field is called by some of its characters. */
function nameIn(text: string): string {
  return text.slice(0, 6).toWellFormed();
}

beforeAll(async () => {
  types = await describedDocuments([
    ...texts.map((text, index) => ({
      kind: 'Flag',
      key: `flag-${index}`,
      name: text,
      description: sentences[index] ?? '',
      variations: { on: text, off: `${text}!` },
      fallthrough: 'on',
    })),
    ...texts.map((text, index) => ({
      kind: 'Flag',
      key: `object-${index}`,
      variations: { on: { [nameIn(text)]: text, 名前: [text] }, off: { [nameIn(text)]: 'off' } },
      fallthrough: 'on',
    })),
    ...texts.map((text, index) => ({
      kind: 'Plan',
      key: `plan-${index}`,
      name: text,
      description: sentences[index] ?? '',
    })),
    ...texts.map((text, index) => ({
      kind: 'Entitlement',
      key: `level-${index}`,
      type: 'custom',
      levels: [text, 'b'],
    })),
    {
      kind: 'EventSchema',
      key: 'told',
      properties: Object.fromEntries(
        texts.map((text, index) => [
          `property${index}`,
          { type: 'string', values: [text, `${text}!`], description: sentences[index] ?? '' },
        ]),
      ),
    },
  ]);
});

test('biome has nothing to change in TypeScript', () => {
  const text = emitTypeScript(types, 'a.ts')[0]?.text ?? '';
  const root = mkdtempSync(join(tmpdir(), 'dream-wide-'));
  try {
    const javascript = { formatter: { quoteStyle: 'single' } };
    const formatter = { indentStyle: 'space', indentWidth: 2, lineWidth: 120 };
    writeFileSync(join(root, 'biome.json'), JSON.stringify({ root: true, formatter, javascript }));
    const options = { cwd: root, encoding: 'utf8', input: text, maxBuffer: 1e8 } as const;
    const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), ['format', '--stdin-file-path=a.ts'], options);
    expect(stdout).toBe(text);
  } finally {
    rmSync(root, { recursive: true });
  }
  expect(text).toContain('漢'.repeat(20));
});

test('ruff format has nothing to change in Python', () => {
  const text = emitPython(types, 'a.py')[0]?.text ?? '';
  expect(formatPython(text, 'a.py', python)).toBe(text);
  expect(text).toContain('漢'.repeat(20));
});

test('comments in Java keep to a hundred columns where a word does', () => {
  const lines = emitJava(types, 'dev.acme').flatMap(({ text }) => text.split('\n'));
  const comments = lines.filter((line) => /^ *\/?\*/u.test(line) && line.includes('漢'));
  const wide = comments.filter(
    (line) => util.getStringWidth(line) > 100 && line.trim().replace(/^\* /u, '').includes(' '),
  );
  expect(comments.length).toBeGreaterThan(100);
  expect(wide.filter((line) => !line.includes('<code>'))).toStrictEqual([]);
});

test('a text is as wide as the formatters count it', () => {
  const samples = [...scripts, 'a漢b', '\u00ad', '☃', '❤\ufe0f', '1\ufe0f\u20e3', '☝', '👍🏿', 'ไทย', '\u0605'];
  for (const sample of samples) {
    expect([sample, columnsOf(sample)]).toStrictEqual([sample, util.getStringWidth(sample)]);
    const line = (width: number): string =>
      `x = f("${sample}${'a'.repeat(width - 13 - columnsOfPython(sample))}", bb)\n`;
    expect(formatPython(line(100), 'a.py', python)).toBe(line(100));
    expect(formatPython(line(101), 'a.py', python)).not.toBe(line(101));
  }
});
