import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** All but ASCII, half by half of what takes two. */
const others = /[\u0080-\uffff]/g;

/**
 * Escapes what esbuild leaves as it is within regular expressions. One such character would have V8 keep a whole file at two
 * bytes for each, and bin/run.js, which reads bytes as characters, read another one.
 */
export function onlyAscii(directory: string): void {
  for (const name of globSync('*.{js,cjs}', { cwd: directory })) {
    const text = readFileSync(join(directory, name), 'utf8');
    const escaped = text.replace(others, (half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`);
    if (escaped !== text) writeFileSync(join(directory, name), escaped);
  }
}
