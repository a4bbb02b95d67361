// Runs the Node of this checkout when the installed one is too old. Must parse on Node 18.
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');

const pinned = `${__dirname}/../node_modules/node/bin/node`;

function runPinned() {
  const beside = ['--require', `${__dirname}/end-with-parent.js`];
  const child = spawn(pinned, [...beside, ...process.argv.slice(1)], {
    // The fourth is a pipe that says nothing: it closes when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, DREAM_PARENT_PIPE: '3' },
  });
  // Whoever started this knows no other process: what they send is meant for the one that does the work.
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to both, and the second time ends at once what should end in order.
      if (signal !== 'SIGINT' || ![0, 1, 2].some((fd) => require('node:tty').isatty(fd))) child.kill(signal);
    });
  }
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

if (existsSync(pinned)) {
  runPinned();
} else {
  process.stderr.write(`Dream needs Node 22.18 or newer; this is Node ${process.versions.node}.\n`);
  process.exitCode = 1;
}
