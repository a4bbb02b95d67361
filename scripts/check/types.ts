// Type-checks everything with the native compiler. `typescript` in node_modules is the older API that other tools
// need; should its `tsc` ever win the name, this says so instead of checking with the wrong compiler.
import { spawnSync } from 'node:child_process';

const { stdout: version } = spawnSync('tsc', ['--version'], { encoding: 'utf8' });
if (version.startsWith('Version 7.')) {
  process.exitCode = spawnSync('tsc', ['--noEmit'], { stdio: 'inherit' }).status ?? 1;
} else {
  console.error(`tsc is ${version.trim()}, not version 7: @typescript/native must own node_modules/.bin/tsc`);
  process.exitCode = 1;
}
