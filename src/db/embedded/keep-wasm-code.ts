import { setFlagsFromString } from 'node:v8';

/**
 * Makes V8 keep the machine code of a WebAssembly module for as long as the module itself. V8 13, that of Node 24, may
 * otherwise free one piece of it twice: when one thread first calls JavaScript often from WebAssembly at the moment at
 * which another has collected the piece both would use. That ends the process with SIGSEGV. It needs two threads with
 * WebAssembly, or one that follows another, as after a statement that was cut off. Call it before the first such
 * thread starts; for the whole process and the rest of its life. See docs/decisions/0008.
 */
export function keepWasmCode(): void {
  // The versions before keep a collection of such pieces for each thread, and those after are mended.
  if (process.versions.v8.startsWith('13.')) setFlagsFromString('--no-wasm-code-gc');
}
