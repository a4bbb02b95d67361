import { DreamError } from './errors.ts';

/** The functions of the SDK between the caller's line and `new Error` here: this one, `Resource.call`, the method. */
const ownFrames = 3;

/** Remembers from where a call is made: when it fails it is awaited, and nothing of the caller is on the stack. */
export function captureCallSite(): Error {
  return new Error();
}

/** The same error, its stack beginning at the line that made the call. */
export function fromCallSite(thrown: unknown, site: Error): unknown {
  if (!(thrown instanceof DreamError)) return thrown;
  const frames = (typeof site.stack === 'string' ? site.stack : '').split('\n').filter((line) => /^\s+at /.test(line));
  // Engines and programs that write stacks another way keep their own.
  if (frames.length > ownFrames) thrown.stack = [String(thrown), ...frames.slice(ownFrames)].join('\n');
  return thrown;
}
