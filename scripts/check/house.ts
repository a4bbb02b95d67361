// House rules that no other tool checks: names, sizes, marks of unfinished work, names of registries.
// CONTRIBUTING.md gives the reasons. Patterns are written so that this file does not match itself.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

interface Rule {
  readonly name: string;
  readonly applies: (file: string) => boolean;
  /** Problems of one file; `text` is read only when asked for. */
  readonly find: (file: string, text: () => string) => readonly string[];
}

/** What may lie in the repository's root. A new entry there is a decision, made by adding it here. */
const rootEntries = new Set(
  `.ci .dependency-cruiser.mjs .editorconfig .gitattributes .gitignore .oxlintrc.json ARCHITECTURE.md CONTRIBUTING.md
   LICENSE README.md bench bin biome.json docs drizzle.config.ts examples knip.json models openapi package-lock.json
   package.json scripts sdks src stryker.config.mjs templates test tsconfig.json vitest.config.ts`.split(/\s+/),
);

const isCode = (file: string): boolean => /\.(ts|mjs|js)$/.test(file) && !isGenerated(file);
const isGenerated = (file: string): boolean => /\.gen\.(ts|js|json)$|\/generated\/|\/migrations\//.test(file);
const isHandWrittenSource = (file: string): boolean => /^(src|templates)\//.test(file) && isCode(file);

const rules: readonly Rule[] = [
  {
    name: 'root-entry',
    applies: () => true,
    find: (file) => {
      const entry = file.split('/')[0] ?? file;
      return rootEntries.has(entry) ? [] : [`${entry} does not belong in the root`];
    },
  },
  {
    name: 'file-name',
    applies: (file) => /^(src|test|scripts|bench|templates)\//.test(file),
    find: (file) =>
      file
        .split('/')
        .filter((part) =>
          /^(utils?|helpers?|commons?|managers?|misc|shared|lib)(\.|$)|-(utils?|helpers?|manager)\./.test(part),
        )
        .map((part) => `'${part}' names no thing; name the file after what it holds`),
  },
  {
    name: 'kebab-case',
    applies: (file) => /^(src|test|scripts|bench|templates)\/.*\.ts$/.test(file),
    find: (file) => (/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(basename(file)) ? [] : ['file names are kebab-case']),
  },
  {
    name: 'file-length',
    applies: isHandWrittenSource,
    find: (_, text) => longerThan(text(), 300),
  },
  {
    name: 'command-length',
    applies: (file) => /^src\/commands\/(?!base\/|entry\/)/.test(file) && isCode(file),
    find: (_, text) => longerThan(text(), 80),
  },
  {
    name: 'room-index',
    applies: (file) => /^src\/[^/]+\/index\.ts$/.test(file),
    find: (_, text) => (/^\/[/*]/.test(text()) ? [] : ["a room's index.ts opens by saying what the room is for"]),
  },
  {
    name: 'unfinished',
    applies: isCode,
    find: (_, text) => lines(text(), /\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b|not implemen[t]ed/),
  },
  {
    name: 'test-left-out',
    applies: (file) => file.endsWith('.test.ts'),
    find: (_, text) => lines(text(), /\b(it|test|describe|suite)(\.\w+)*\.(skip|only|tod[o])\b/),
  },
  {
    name: 'suppressed-types',
    // A test may expect an error of the compiler, to prove a type; it fails when there is none.
    applies: isCode,
    find: (file, text) =>
      lines(text(), file.startsWith('test/') ? /@ts-(ignor[e]|nochec[k])/ : /@ts-(ignor[e]|nochec[k]|expect-erro[r])/),
  },
  {
    name: 'default-export',
    applies: (file) => isCode(file) && file.includes('/'),
    find: (_, text) => lines(text(), /^export defaul[t]\b/),
  },
  {
    name: 'through-host',
    applies: (file) => /^src\/(engine|views|components|server|app|db(?!\/embedded))\//.test(file) && isCode(file),
    find: (_, text) => lines(text(), /\bDate\.now\(\)|\bnew Date\(\)|\bMath\.random\(\)|\brandomUUID\(/),
  },
  {
    name: 'registry-host',
    applies: (file) => /\.(ts|js|mjs|json|md|ya?ml|sh)$/.test(file) || file.startsWith('.ci/'),
    find: (file, text) =>
      lines(
        text(),
        file === 'package-lock.json'
          ? /"resolved"\s*:/
          : /\bregistry\.(npmj[s]|yarnpk[g]|npmmirro[r])|\bpyp[i]\.org|\bfiles\.pythonhoste[d]|\brepo1?\.maven[.]|\bproxy\.golan[g]/,
      ),
  },
  {
    name: 'machine-path',
    applies: (file) => /\.(ts|js|mjs|json|md|ya?ml|sh)$/.test(file) || file.startsWith('.ci/'),
    find: (_, text) => lines(text(), /(^|[\s'"`(=])(\/(wor[k]|hom[e]|User[s]|roo[t])\/\w|(\.\.\/)+share[d]\/)/),
  },
];

const files = projectFiles();
let problems = 0;
for (const file of files) {
  let content: string | undefined;
  const text = (): string => (content ??= readFileSync(file, 'utf8'));
  for (const rule of rules.filter(({ applies }) => applies(file))) {
    for (const problem of rule.find(file, text)) {
      problems += 1;
      console.error(`${file}: ${rule.name}: ${problem}`);
    }
  }
}
console.log(`${files.length} files, ${rules.length} rules, ${problems} problems`);
process.exitCode = problems === 0 && files.length > 0 ? 0 : 1;

/** What git tracks or would track; in a copy without git, everything but what tools leave behind. */
function projectFiles(): readonly string[] {
  const list = (...options: readonly string[]): string[] =>
    execFileSync('git', ['ls-files', '-z', ...options], { encoding: 'utf8', stdio: 'pipe' })
      .split('\0')
      .filter(Boolean);
  if (!existsSync('.git')) return walk('.');
  const deleted = new Set(list('--deleted'));
  return list('--cached', '--others', '--exclude-standard').filter((file) => !deleted.has(file));
}

function walk(directory: string): readonly string[] {
  const leftBehind = ['node_modules', 'dist', 'coverage', '.dream'];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (leftBehind.includes(entry.name)) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}

function longerThan(text: string, limit: number): readonly string[] {
  const count = text.trimEnd().split('\n').length;
  return count <= limit ? [] : [`${count} lines, ${limit} allowed: is it one thing?`];
}

function lines(text: string, pattern: RegExp): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`line ${index + 1}: ${line.trim().slice(0, 100)}`] : []));
}
