import { globSync, readFileSync } from 'node:fs';

/** Every Markdown file of the repository, those of installed packages aside. What SDKs are made of is read where it is copied to. */
export function markdownFiles(): readonly string[] {
  return globSync(['*.md', '{docs,examples,models,src,templates,sdks,bench}/**/*.md'], {
    exclude: ['**/node_modules/**', '**/.dream/**', 'templates/sdk/**'],
  }).toSorted();
}

export function read(path: string): string {
  return readFileSync(path, 'utf8');
}

/** The cells of every table row of a Markdown text, header and ruler rows aside. */
export function tableRows(markdown: string): readonly (readonly string[])[] {
  const lines = markdown.split('\n');
  const isRow = (line: string | undefined): line is string => line?.startsWith('|') ?? false;
  const isRuler = (line: string | undefined): boolean => isRow(line) && /^[|\s:-]+$/.test(line);
  return lines
    .filter((line, index) => isRow(line) && !isRuler(line) && !isRuler(lines[index + 1]))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}
