#!/usr/bin/env node
// Must parse on Node 18 and load nothing that `--version` does not need: importing a module of Node's own
// costs more than all the rest here, `getBuiltinModule` does not.
const [major, minor] = process.versions.node.split('.').map(Number);
const first = process.argv[2];
if (major < 22 || (major === 22 && minor < 18)) {
  await import('./older-node.js');
} else if (first === '--version' || first === '-v') {
  const { readFileSync, writeSync } = process.getBuiltinModule('node:fs');
  const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  writeSync(1, `${name}/${version}\n`);
} else {
  const { XDG_CACHE_HOME: cache, HOME: home } = process.env;
  // Without a home the cache is simply off: Node never fails for want of it.
  if (cache || home) process.getBuiltinModule('node:module').enableCompileCache(`${cache || `${home}/.cache`}/dream`);
  await import('../dist/main.js').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.url?.endsWith('/dist/main.js')) throw error;
    process.stderr.write('Dream is not built yet: run npm run build.\n');
    process.exitCode = 1;
  });
}
