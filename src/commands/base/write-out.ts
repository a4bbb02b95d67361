import { fstatSync, statSync, writeSync } from 'node:fs';
import { outputError } from '../../app/file-error.ts';

type Descriptor = 1 | 2;

/** Those whose stream has text of ours: whatever follows must queue behind it. */
const streaming = new Set<Descriptor>();

/**
 * Writes to standard output or error (1 or 2) without opening Node's stream for it, which loads its network
 * code: a pipe or a file needs none of that. What a slow reader does not take at once goes to the stream.
 * A reader that has gone, as in `dream history | head -1`, is no error: there is nobody left to tell.
 * @throws PlatformError `cli/output` when standard output cannot be written.
 */
export function writeOut(descriptor: Descriptor, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (!streaming.has(descriptor) && written < bytes.length) {
      written += writeSync(descriptor, bytes, written);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EPIPE') return;
    if (code === 'EAGAIN') return writeToStream(descriptor, bytes.subarray(written));
    // An error about standard error has nowhere to go.
    if (descriptor === 1) throw outputError(error);
    return;
  }
  if (written < bytes.length) writeToStream(descriptor, bytes);
}

/** Nothing that was written waits for a slow reader. */
export function isAllWritten(): boolean {
  return streaming.size === 0;
}

function writeToStream(descriptor: Descriptor, bytes: Uint8Array): void {
  const stream = streamOf(descriptor);
  if (!streaming.has(descriptor)) {
    streaming.add(descriptor);
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || descriptor === 2) return;
      process.exitCode = 1;
      writeOut(2, `${outputError(error).message}\n`);
    });
  }
  if (stream.writable) stream.write(bytes);
}

/** False for pipes, files and the null device, without opening the stream; else what the stream says. */
export function isTerminal(descriptor: Descriptor): boolean {
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

function streamOf(descriptor: Descriptor): NodeJS.WriteStream {
  return descriptor === 1 ? process.stdout : process.stderr;
}
