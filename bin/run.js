#!/usr/bin/env node
// Must parse on Node 18 and load nothing that `--version` does not need.
import { readFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
const first = process.argv[2];
if (major < 22 || (major === 22 && minor < 18)) {
  await import('./older-node.js');
} else if (first === '--version' || first === '-v') {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`${manifest.name}/${manifest.version}\n`);
} else {
  const { XDG_CACHE_HOME: cache, HOME: home } = process.env;
  // Without a home the cache is simply off: Node never fails for want of it.
  const { enableCompileCache } = await import('node:module');
  if (cache || home) enableCompileCache(`${cache || `${home}/.cache`}/dream`);
  await import('../dist/main.js');
}
