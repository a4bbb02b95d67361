#!/usr/bin/env node
// Must parse on Node 18 and load nothing that the asked words do not need. CommonJS: `validate` and `plan` are over
// before Node would have made its loader of modules ready.
const [major, minor] = process.versions.node.split('.').map(Number);
const [first, ...rest] = process.argv.slice(2);
if (major < 22 || (major === 22 && minor < 18)) {
  require('./older-node.js');
} else if (first === '--version' || first === '-v') {
  const { name, version } = require('../package.json');
  require('node:fs').writeSync(1, `${name}/${version}\n`);
} else if (!require('node:fs').existsSync(`${__dirname}/../dist/main.js`)) {
  process.stderr.write('Dream is not built yet: run npm run build.\n');
  process.exitCode = 1;
} else if ((first === 'validate' || first === 'plan') && !rest.includes('--help') && !rest.includes('-h')) {
  void require('../dist/run-apart.cjs').runApart(first, rest);
} else {
  const { XDG_CACHE_HOME: cache, HOME: home } = process.env;
  // Without a home the cache is simply off: Node never fails for want of it.
  if (cache || home) require('node:module').enableCompileCache(`${cache || `${home}/.cache`}/dream`);
  void import('../dist/main.js');
}
