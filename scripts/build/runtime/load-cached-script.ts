import type { Script } from 'node:vm';

/**
 * Loads a CommonJS bundle together with V8's compiled form of it, functions and all, which the build made by
 * running it once. Node's own compile cache keeps only what runs at the top level; the validators, large
 * functions, would be compiled again at every start. A cache of another Node or processor is never taken.
 */
export function loadCachedScript(file: string): unknown {
  const { createRequire } = process.getBuiltinModule('node:module');
  // A script has no `import()` of its own, but for an option of Node's that warns of itself.
  const require = Object.assign(createRequire(file), { load: (path: string): Promise<unknown> => import(path) });
  const script = compileWithCache(file);
  if (script === null) return require(file);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module);
  return module.exports;
}

/**
 * Ten times V8's own counts. Checking a project of ordinary size is over before optimized code has paid for
 * itself: a fifth of the processor time went into it. A large project is optimized all the same, hardly later.
 * V8 reads these counts each time it looks at a function, so that they may change while it runs.
 */
export function optimizeLater(): void {
  const v8 = process.getBuiltinModule('node:v8');
  for (const [flag, count] of [
    ['invocation-count-for-maglev', 4_000],
    ['invocation-count-for-maglev-osr', 1_000],
    ['invocation-count-for-turbofan', 30_000],
    ['invocation-count-for-osr', 5_000],
    // Young objects get no more room than at the start: at 10,000 resources a fourth less memory at the same cost.
    ['semi-space-growth-factor', 1],
  ] as const) {
    v8.setFlagsFromString(`--${flag}=${count}`);
  }
}

/** Where the build leaves the compiled form, for this Node on this processor. */
export function cacheFile(file: string): string {
  return `${file}.${process.version}-${process.arch}.cache`;
}

export function wrapped(source: string): string {
  return `(function (exports, require, module) {${source}\n})`;
}

function compileWithCache(file: string): Script | null {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const vm = process.getBuiltinModule('node:vm');
  try {
    const cachedData = readFileSync(cacheFile(file));
    // Only with the V8 the build ran on, which knows these settings; a cache holds under the same ones alone.
    optimizeLater();
    // esbuild writes ASCII only, and one byte for a character is what V8 reads fastest.
    const script = new vm.Script(wrapped(readFileSync(file, 'latin1')), { cachedData, filename: file });
    return script.cachedDataRejected === true ? null : script;
  } catch {
    return null;
  }
}
