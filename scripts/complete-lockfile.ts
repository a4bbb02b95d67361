/**
 * Gives package-lock.json an entry for every optional package of other platforms; with `--check`, only names those
 * that are missing. npm leaves one out when the registry at hand cannot serve it, and `npm ci` then refuses the
 * lockfile as out of step, on every platform.
 *
 *   node scripts/complete-lockfile.ts [--check]
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Platform {
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc?: readonly string[];
}

interface Entry extends Partial<Platform> {
  readonly version?: string;
  readonly dev?: boolean;
  readonly peer?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: { readonly [name: string]: string };
}

interface Lockfile {
  packages: { [location: string]: Entry };
}

const path = 'package-lock.json';
const lockfile: Lockfile = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingEntries(lockfile.packages);
if (process.argv.includes('--check')) {
  for (const location of missing.keys()) console.error(`${path}: no entry for ${location}`);
  process.exitCode = missing.size === 0 ? 0 : 1;
} else if (missing.size > 0) {
  const all = Object.entries({ ...lockfile.packages, ...Object.fromEntries(missing) });
  const sorted = all.toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(path, `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  console.log(`${missing.size} entries added`);
}

function missingEntries(packages: Lockfile['packages']): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const [location, { optionalDependencies = {}, dev, peer }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      // A range is resolved by npm; only packages that pin their binaries exactly can be completed by name.
      if (
        !/^\d/.test(version) ||
        packages[beside(location, name)] !== undefined ||
        isInstalled(packages, location, name)
      )
        continue;
      const { os, cpu, libc } = platformOf(name);
      // In npm's own order of fields, so that its next run changes nothing.
      const entry = {
        version,
        cpu,
        ...(dev && { dev }),
        ...(libc && { libc }),
        optional: true,
        os,
        ...(peer && { peer }),
      };
      found.set(beside(location, name), entry);
    }
  }
  return found;
}

/** The folder that the dependent package itself stands in. */
function beside(location: string, name: string): string {
  return `${location.slice(0, location.lastIndexOf('node_modules/'))}node_modules/${name}`;
}

function isInstalled(packages: Lockfile['packages'], location: string, name: string): boolean {
  return packages[`${location}/node_modules/${name}`] !== undefined || packages[`node_modules/${name}`] !== undefined;
}

/** `@oxlint/binding-linux-arm64-musl` → linux, arm64, musl: what npm skips a package of another platform by. */
function platformOf(name: string): Platform {
  const words = name.split(/[/-]/);
  const os = words.filter((word) =>
    /^(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)$/.test(word),
  );
  const cpu = words.filter((word) => /^(arm|arm64|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32|x64)$/.test(word));
  const libc = words.flatMap((word) =>
    word === 'musl' ? ['musl'] : word === 'gnu' && os.includes('linux') ? ['glibc'] : [],
  );
  if (os.length !== 1 || cpu.length !== 1) throw new RangeError(`${name}: no platform can be read from this name`);
  return { cpu, os, ...(libc.length > 0 && { libc }) };
}
