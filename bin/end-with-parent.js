// Loaded before all else where an older Node has started this one. That one cannot hand on a `kill -9`; whoever sent it
// would leave a server running that nobody knows of, with its port and its directory.
const { DREAM_PARENT_PIPE: pipe } = process.env;
if (pipe !== undefined) {
  // Not for processes and threads that this one starts: they have no such pipe.
  delete process.env.DREAM_PARENT_PIPE;
  const { Socket } = require('node:net');
  const parent = new Socket({ fd: Number(pipe), readable: true, writable: false });
  parent.once('close', () => process.kill(process.pid, 'SIGKILL'));
  parent.on('error', () => undefined);
  parent.resume();
  parent.unref();
}
