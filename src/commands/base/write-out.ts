import { fstatSync, statSync, writeSync } from 'node:fs';

/**
 * Writes to standard output or error (1 or 2) without opening Node's stream for it, which loads its network
 * code: a pipe or a file needs none of that. What a slow reader does not take at once goes to the stream.
 */
export function writeOut(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // The reader has gone, as in `dream history | head -1`: there is nobody left to tell.
    if (code === 'EPIPE') return;
    if (code !== 'EAGAIN') throw error;
    streamOf(descriptor).write(bytes.subarray(written));
  }
}

/** False for pipes, files and the null device, without opening the stream; else what the stream says. */
export function isTerminal(descriptor: 1 | 2): boolean {
  try {
    const device = fstatSync(descriptor);
    return device.isCharacterDevice() && device.rdev !== nullDevice() && streamOf(descriptor).isTTY === true;
  } catch {
    return false;
  }
}

function nullDevice(): number | undefined {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}

function streamOf(descriptor: 1 | 2): NodeJS.WriteStream {
  return descriptor === 1 ? process.stdout : process.stderr;
}
