/** What the bundle of a command exports: its class, by name. */
interface Commands {
  readonly [name: string]: { start(id: string, argv: readonly string[]): Promise<boolean> };
}

/**
 * Loads a CommonJS bundle, written as a function of `exports`, `require` and `module`, together with V8's compiled
 * form of it, functions and all, which the build made by running it once. Node's own compile cache keeps only what
 * runs at the top level. A cache of another Node or processor is never taken.
 */
export function loadCachedScript(file: string): Commands {
  const { Script } = process.getBuiltinModule('node:vm');
  const read = readerIntoOneBuffer();
  // esbuild writes ASCII only, and one byte for a character is what V8 reads fastest.
  const source = read(file).toString('latin1');
  const cachedData = cacheOf(file, read);
  // Only for the V8 the build ran on, which knows these settings; a cache holds under the same ones alone.
  if (cachedData !== undefined) tuneForOneRun();
  const script = new Script(source, { cachedData, filename: file });
  const module: { readonly exports: Commands } = { exports: {} };
  script.runInThisContext()(module.exports, requireFrom(file), module);
  return module.exports;
}

/**
 * Settings of V8 for a program that ends within the second. It may change them while it runs; loading `node:v8`
 * takes 2 ms, and is paid back: without them `validate` takes 4 ms more for a small project, a quarter more
 * processor time, and half as much memory again at 10,000 resources.
 */
export function tuneForOneRun(): void {
  const v8 = process.getBuiltinModule('node:v8');
  for (const setting of [
    // Ten times V8's own counts: a small project is over before optimized code has paid for itself, and a large
    // one is optimized all the same, hardly later.
    'invocation-count-for-maglev=4000',
    'invocation-count-for-maglev-osr=1000',
    'invocation-count-for-turbofan=30000',
    'invocation-count-for-osr=5000',
    // Young objects get no more room than at the start: at 10,000 resources a fourth less memory at the same cost.
    'semi-space-growth-factor=1',
    // So little room is cleaned sooner by one thread than by several: a seventh less time at 10,000 resources.
    'no-parallel-scavenge',
    // V8 would interpret an expression the first time, which over the text of a whole file is slow, and compile it
    // the second time anyway: 1 ms less for a small project.
    'no-regexp-tier-up',
  ]) {
    v8.setFlagsFromString(`--${setting}`);
  }
}

/** Where the build leaves the compiled form, for this Node on this processor. */
export function cacheFile(file: string): string {
  return `${file}.${process.version}-${process.arch}.cache`;
}

function cacheOf(file: string, read: (file: string) => Buffer): Buffer | undefined {
  try {
    return read(cacheFile(file));
  } catch {
    return undefined;
  }
}

/**
 * Reads one file after the other into the same memory, since to be given memory takes longer than to fill it: what
 * was read is gone with the next call. There is room for a second file twice as long; what is not filled costs nothing.
 */
function readerIntoOneBuffer(): (file: string) => Buffer {
  const { closeSync, fstatSync, openSync, readSync } = process.getBuiltinModule('node:fs');
  let memory = Buffer.alloc(0);
  return (file) => {
    const descriptor = openSync(file, 'r');
    try {
      const { size } = fstatSync(descriptor);
      if (memory.length < size) memory = Buffer.allocUnsafeSlow(2 * size);
      return memory.subarray(0, readSync(descriptor, memory, 0, size, 0));
    } finally {
      closeSync(descriptor);
    }
  };
}

/** Made when first called, since most runs never do. */
function requireFrom(file: string): object {
  const require = () => process.getBuiltinModule('node:module').createRequire(file);
  return Object.assign((id: string): unknown => require()(id), {
    resolve: (id: string): string => require().resolve(id),
    // A script has no `import()` of its own, but for an option of Node's that warns of itself.
    load: (path: string): Promise<unknown> => import(path),
  });
}
