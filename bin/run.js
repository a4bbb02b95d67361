#!/usr/bin/env node
// Must parse on Node 18 and load nothing that the asked words do not need. CommonJS: `validate` and `plan` are over
// before Node would have made its loader of modules ready. One file: to find and load a second one takes 1 ms.
// Node's own modules come by `process.getBuiltinModule`: `require` would get them ready for `import` too.
const dist = `${__dirname}/../dist`;

/**
 * Commands that start fast, by their ids: the bundle they are in, and the class there. `validate` runs at every save,
 * all of them in commit hooks and pipelines.
 */
const apart = {
  validate: { bundle: 'validate', name: 'Validate' },
  plan: { bundle: 'plan', name: 'Plan' },
  'generate:all': { bundle: 'generate', name: 'GenerateAll' },
  'generate:docs': { bundle: 'generate', name: 'GenerateDocs' },
  'generate:openapi': { bundle: 'generate', name: 'GenerateOpenapi' },
  'generate:sdk': { bundle: 'generate', name: 'GenerateSdk' },
};

/** Settings of V8 for each bundle, and for what the build compiles of it: a compiled form holds under the same ones alone. */
const tuneFor = { validate: tuneForOneRun, plan: tuneForOneRun, generate: tuneForTexts };

function main() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const words = process.argv.slice(2);
  const [first] = words;
  const idOf = (length) => words.slice(0, length).join(':');
  const length = [2, 1].find((one) => Object.hasOwn(apart, idOf(one)));
  if (major < 22 || (major === 22 && minor < 18)) {
    require('./older-node.js');
  } else if (first === '--version' || first === '-v') {
    const { name, version } = require('../package.json');
    process.getBuiltinModule('node:fs').writeSync(1, `${name}/${version}\n`);
  } else if (!process.getBuiltinModule('node:fs').existsSync(`${dist}/main.js`)) {
    process.stderr.write('Dream is not built yet: run npm run build.\n');
    process.exitCode = 1;
  } else if (length !== undefined && !needsWhole(words)) {
    void runApart(idOf(length), words.slice(length));
  } else {
    if (first === 'serve') tuneForRequests();
    const { XDG_CACHE_HOME: cache, HOME: home } = process.env;
    // Without a home the cache is simply off: Node never fails for want of it.
    if (cache || home) process.getBuiltinModule('node:module').enableCompileCache(`${cache || `${home}/.cache`}/dream`);
    void import('../dist/main.js');
  }
}

/** Help is made from all commands, and only the files they share keep the names of functions for a stack trace. */
function needsWhole(words) {
  return words.includes('--help') || words.includes('-h') || process.env.DREAM_DEBUG === '1';
}

/** Does for these commands what `src/commands/entry/main.ts` does for all. */
async function runApart(id, argv) {
  process.once('uncaughtException', (error) => {
    void import('../dist/report-failure.js').then(({ reportFailure }) => reportFailure(error, process.argv.slice(2)));
  });
  const { bundle, name } = apart[id];
  const Class = loadCachedScript(`${dist}/${bundle}.cjs`, tuneFor[bundle])[name];
  const isOver = await Class.start(id.replace(':', ' '), argv, tuneForSize);
  // An end by itself takes the heap apart first, for 2 ms.
  if (isOver) process.exit();
}

/**
 * Loads a CommonJS bundle, written as a function of `exports`, `require` and `module`, together with V8's compiled
 * form of it, functions and all, which the build made by running it once. Node's own compile cache keeps only what
 * runs at the top level. A cache of another Node or processor is never taken.
 */
function loadCachedScript(file, tune) {
  const { Script } = process.getBuiltinModule('node:vm');
  const read = readerIntoOneBuffer();
  // esbuild writes ASCII only, and one byte for a character is what V8 reads fastest.
  const source = read(file).toString('latin1');
  const cachedData = cacheOf(file, read);
  // Only for the V8 the build ran on, which knows these settings; a cache holds under the same ones alone.
  isTuned = cachedData !== undefined;
  if (isTuned) tune();
  const script = new Script(source, { cachedData, filename: file });
  const filename = process.getBuiltinModule('node:path').resolve(file);
  const module = moduleOf(filename);
  script.runInThisContext()(module.exports, requireFrom(file), module);
  return module.exports;
}

/** What a bundle is given as `module`. Its URL is for those that ask for it: to make one takes a third of a millisecond. */
function moduleOf(filename) {
  return {
    exports: {},
    filename,
    path: process.getBuiltinModule('node:path').dirname(filename),
    get url() {
      return process.getBuiltinModule('node:url').pathToFileURL(filename).href;
    },
  };
}

/**
 * Settings of V8 for a program that ends within the second. It may change them while it runs; loading `node:v8`
 * takes 2 ms, and is paid back: without them `validate` takes 8 ms more for a small project, a third more
 * processor time, and half as much memory again at 10,000 resources.
 */
function tuneForOneRun() {
  const v8 = process.getBuiltinModule('node:v8');
  for (const setting of [
    // Many times V8's own counts: a small project is over before optimized code has paid for itself, and a large
    // one is optimized all the same, hardly later.
    'invocation-count-for-maglev=4000',
    'invocation-count-for-maglev-osr=1000',
    'invocation-count-for-turbofan=30000',
    'invocation-count-for-osr=5000',
    // Functions are made ready for their next calls in larger lots: a small project is over before the last one, and
    // another thread is woken less often, for 1 ms less.
    'baseline-batch-compilation-threshold=32768',
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

/**
 * Settings of V8 for a program that answers requests. What a request makes is gone with its answer, so little room for
 * young objects holds them as well as much does, and is cleaned in under a millisecond instead of five, for which all
 * requests of that moment would wait: half the latency of a check, and less memory. Some of it is taken for old
 * meanwhile: with room for that, up to four times what is truly kept, all of it is looked through, for some 20 ms on every
 * processor, a few times a minute under load instead of each second.
 */
function tuneForRequests() {
  const v8 = process.getBuiltinModule('node:v8');
  for (const setting of ['semi-space-growth-factor=1', 'no-parallel-scavenge', 'heap-growing-percent=300']) {
    v8.setFlagsFromString(`--${setting}`);
  }
}

/**
 * Settings of V8 for a program that writes a thousand texts, each by code that runs a few times: optimized code would not
 * pay for itself at 200 operations, but for what runs most, and most of what is young is kept until it is written.
 */
function tuneForTexts() {
  const v8 = process.getBuiltinModule('node:v8');
  for (const setting of ['no-turbofan', 'invocation-count-for-maglev=10000', 'no-use-osr', 'no-parallel-scavenge']) {
    v8.setFlagsFromString(`--${setting}`);
  }
}

/**
 * Bytes in the files of a project below which reading and checking it is over before optimized code has paid for
 * itself: those of about 500 resources. At 200 and 400, to do without takes 4 and 7 ms of processor time less, and 3
 * and 10 MB; at 1,000 it would take 11 ms more.
 */
const worthOptimizing = 120_000;

let isTuned = false;

/** Told how much there is to read before any of it is read. */
function tuneForSize(bytes) {
  if (!isTuned || bytes >= worthOptimizing) return;
  const v8 = process.getBuiltinModule('node:v8');
  // A higher count would not do: what has run for dream.yaml by now keeps the count it began with.
  for (const setting of ['no-maglev', 'no-turbofan', 'no-use-osr']) v8.setFlagsFromString(`--${setting}`);
}

/** Where the build leaves the compiled form, for this Node on this processor. */
function cacheFile(file) {
  return `${file}.${process.version}-${process.arch}.cache`;
}

function cacheOf(file, read) {
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
function readerIntoOneBuffer() {
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
function requireFrom(file) {
  const own = () => process.getBuiltinModule('node:module').createRequire(file);
  return Object.assign((id) => own()(id), {
    resolve: (id) => own().resolve(id),
    // A script has no `import()` of its own, but for an option of Node's that warns of itself.
    load: (path) => import(`../dist/${path}`),
  });
}

// The build makes the compiled form under the same settings.
module.exports = { apart, cacheFile, moduleOf, tuneFor };
if (require.main === module) main();
