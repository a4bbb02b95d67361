import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { markdownFiles, read } from '../support/documents.ts';

interface Link {
  readonly from: string;
  readonly target: string;
}

const files = markdownFiles();
const links = files.flatMap((from) => linksOf(from));

test('every link between documents leads to a file and to a heading that exist', () => {
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !resolves(link))).toEqual([]);
});

test('every document of docs/ can be reached from its index', () => {
  const reached = new Set<string>();
  const waiting = ['docs/README.md'];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const targets = linksOf(file).map(({ target }) => normalize(join(dirname(file), target.split('#')[0] ?? '')));
    for (const target of targets) {
      // A link to a folder leads to what is in it.
      waiting.push(...files.filter((other) => other === target || other.startsWith(`${target.replace(/\/$/, '')}/`)));
    }
  }
  expect(files.filter((file) => file.startsWith('docs/') && !reached.has(file))).toEqual([]);
});

function linksOf(from: string): readonly Link[] {
  const prose = read(from)
    .replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => ({ from, target: match[1] ?? '' }))
    .filter(({ target }) => !/^[a-z]+:/.test(target));
}

function resolves({ from, target }: Link): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? from : join(dirname(from), path);
  if (!existsSync(file)) return false;
  if (heading === undefined) return true;
  return statSync(file).isFile() && headings(file).includes(heading);
}

/** As GitHub names them: lower case, punctuation dropped, spaces to hyphens. */
function headings(file: string): readonly string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}
