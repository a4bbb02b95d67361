// Runs the Node of this checkout when the installed one is too old. Must parse on Node 18.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');

const pinned = `${__dirname}/../node_modules/node/bin/node`;
if (existsSync(pinned)) {
  const run = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' });
  if (run.signal) process.kill(process.pid, run.signal);
  process.exitCode = run.status ?? 1;
} else {
  process.stderr.write(`Dream needs Node 22.18 or newer; this is Node ${process.versions.node}.\n`);
  process.exitCode = 1;
}
