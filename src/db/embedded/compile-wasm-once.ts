import { setFlagsFromString } from 'node:v8';

/**
 * Makes V8 leave WebAssembly as its quick compiler made it. Its slow one takes 600 MB and as much processor time as a
 * whole start for one function alone, PostgreSQL's parser, after some hundred words of SQL, and small statements are
 * no faster for it. Call it before the first thread with WebAssembly starts; for the whole process and the rest of its
 * life. Both are needed: without the first alone, V8 compiles everything slowly at once. See docs/decisions/0010.
 */
export function compileWasmOnce(): void {
  setFlagsFromString('--no-wasm-dynamic-tiering');
  setFlagsFromString('--no-wasm-tier-up');
}
