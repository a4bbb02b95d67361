import type { Script } from 'node:vm';

/**
 * Loads a CommonJS bundle together with V8's compiled form of it, functions and all, which the build made by
 * running it once. Node's own compile cache keeps only what runs at the top level; the validators, large
 * functions, would be compiled again at every start. A cache of another Node or processor is never taken.
 */
export function loadCachedScript(file: string): unknown {
  const { createRequire } = process.getBuiltinModule('node:module');
  const require = createRequire(file);
  const script = compileWithCache(file);
  if (script === null) return require(file);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module);
  return module.exports;
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
    // esbuild writes ASCII only, and one byte for a character is what V8 reads fastest.
    const script = new vm.Script(wrapped(readFileSync(file, 'latin1')), { cachedData, filename: file });
    return script.cachedDataRejected === true ? null : script;
  } catch {
    return null;
  }
}
