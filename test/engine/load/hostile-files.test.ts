import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SourceFiles } from '../../../src/engine/load/source-files.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { fileProblem } from '../../../src/host/file-problem.ts';
import { longRun } from '../../support/long-run.ts';
import { brief, type FileContents, load, loadFiles, projectFolder } from '../../support/project-folder.ts';

const role = 'kind: Role\nkey: r\n';

/** Either is more than anything that takes the square of it gets through in time. */
const many = longRun ? 200_000 : 20_000;

/** Of these each is compared with each. */
const misspelt = longRun ? 3_000 : 1_500;

async function briefOf(files: FileContents): Promise<readonly string[]> {
  return (await loadFiles(files)).diagnostics.map(brief);
}

function bomb(): string {
  const levels = 'abcdefghij'.split('');
  const lines = levels
    .slice(1)
    .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${levels[index]}`).join(', ')}]`);
  return `kind: Role\nkey: bomb\na: &a [x, x, x, x, x, x, x, x, x, x]\n${lines.join('\n')}\n`;
}

// One hostile document each, and the only thing that may be said about it.
const documents: readonly (readonly [title: string, content: string | Uint8Array, ...expected: string[]])[] = [
  ['a mapping that is no mapping', 'kind: Role: x\n', 'a.yaml:1:11 yaml/syntax'],
  ['uneven indentation', 'kind: Role\n  key: r\n', 'a.yaml:2:3 yaml/syntax'],
  ['a list and a mapping at one level', '- a\nkey: r\n', 'a.yaml:2:1 yaml/syntax'],
  ['a value that begins with a reserved character', 'kind: Role\nkey: @r\n', 'a.yaml:2:6 yaml/syntax'],
  ['an unknown escape', 'kind: Role\nkey: "\\q"\n', 'a.yaml:2:8 yaml/syntax'],
  ['a quote that is never closed', 'kind: Role\nkey: "r\nname: x\n', 'a.yaml:2:6 yaml/unclosed'],
  ['a bracket that is never closed', 'kind: Role\nkey: r\ninherits: [a, b\nname: x\n', 'a.yaml:3:11 yaml/unclosed'],
  ['a bracket that is closed too far left', 'kind: Role\nkey: r\ninherits: [\n  a\n]\n', 'a.yaml:5:1 yaml/indentation'],
  ['a tab in the indentation', 'kind: Role\nkey: r\nlabels:\n\ta: b\n', 'a.yaml:4:1 yaml/tab'],
  ['a tab after spaces', 'kind: Role\nkey: r\nlabels:\n  a: b\n \tc: d\n', 'a.yaml:5:2 yaml/tab'],
  [
    'every repeated key',
    'kind: Role\nkey: r\nname: a\nname: b\nname: c\nlabels: { x: y, x: z }\n',
    'a.yaml:4:1 yaml/duplicate-key',
    'a.yaml:5:1 yaml/duplicate-key',
    'a.yaml:6:17 yaml/duplicate-key',
  ],
  [
    'keys that are no text',
    'kind: Role\nkey: r\nlabels: { 1: a, true: b, null: c, [x]: d }\n',
    'a.yaml:3:11 yaml/key-not-text',
    'a.yaml:3:17 yaml/key-not-text',
    'a.yaml:3:26 yaml/key-not-text',
    'a.yaml:3:35 yaml/key-not-text',
  ],
  ['a key that would change an object itself', `${role}labels: { __proto__: x }\n`, 'a.yaml:3:11 yaml/reserved-key'],
  ['a custom tag', `${role}name: !env NAME\n`, 'a.yaml:3:7 yaml/tag'],
  ['a tag that does not fit', `${role}name: !!int x\n`, 'a.yaml:3:7 yaml/tag-mismatch'],
  ['an alias of nothing', `${role}name: *nobody\n`, 'a.yaml:3:7 yaml/unknown-alias'],
  ['an alias of itself', `${role}labels: &l { a: *l }\n`, 'a.yaml:3:17 yaml/recursive-alias'],
  ['an alias bomb', bomb(), 'a.yaml:7:36 yaml/too-many-aliases'],
  [
    'more aliases than anybody needs',
    `${role}description: &d x\ninherits: [${Array(2_000).fill('*d').join(', ')}]\n`,
    'a.yaml:4:4012 yaml/too-many-aliases',
  ],
  [
    'two merges into one mapping',
    'kind: Plan\nkey: p\nname: P\nprices: { USD: &p { monthly: 1 }, EUR: { <<: *p, <<: *p } }\n',
    'a.yaml:4:50 yaml/duplicate-key',
  ],
  ['a merge of something else', `${role}labels: { <<: text }\n`, 'a.yaml:3:11 yaml/merge'],
  ['a number that JSON cannot carry', `${role}x: .nan\n`, 'a.yaml:3:1 field/unknown', 'a.yaml:3:4 yaml/number'],
  ['a whole number that would lose digits', `${role}name: 12345678901234567890\n`, 'a.yaml:3:7 yaml/number'],
  ['nesting without end', `x: ${'['.repeat(100_000)}`, 'a.yaml:1:103 yaml/too-deep'],
  [
    'nesting by aliases',
    `a0: &a0 [x]\n${Array.from({ length: 120 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}]`).join('\n')}\n`,
    'a.yaml:100:12 yaml/too-deep',
  ],
  ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${role}`, 'utf16le'), 'a.yaml:1:1 file/encoding'],
  ['UTF-16 without one', Buffer.from(role, 'utf16le'), 'a.yaml:1:1 file/encoding'],
  ['UTF-16, big end first', Buffer.from(`\ufeff${role}`, 'utf16le').swap16(), 'a.yaml:1:1 file/encoding'],
  ['Latin-1', Buffer.from('kind: Role\nkey: r\nname: caf\u00e9\n', 'latin1'), 'a.yaml:3:10 file/not-utf8'],
  [
    'a character cut off at the end',
    Buffer.concat([Buffer.from(role), Buffer.from([0xe2, 0x82])]),
    'a.yaml:3:1 file/not-utf8',
  ],
  ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 'a.yaml:3:1 file/binary'],
  ['a control character', `${role}name: "a\u0007b"\n`, 'a.yaml:3:9 yaml/syntax'],
  ['a list', '- kind: Role\n', 'a.yaml:1:1 document/not-a-mapping'],
  ['a text', 'just text\n', 'a.yaml:1:1 document/not-a-mapping'],
  ['no kind', 'key: r\n', 'a.yaml:1:1 document/no-kind'],
  ['an unknown kind', 'kind: Rolle\nkey: r\n', 'a.yaml:1:7 document/unknown-kind'],
  ['a kind named as what every object inherits', 'kind: constructor\nkey: r\n', 'a.yaml:1:7 document/unknown-kind'],
  ['fields named as what every object inherits', `${role}toString: x\n`, 'a.yaml:3:1 field/unknown'],
];

describe('CP-01 hostile input gives a diagnostic, never a stack trace', () => {
  it.each(documents)('%s', async (_, content, ...expected) => {
    expect(await briefOf({ 'a.yaml': content })).toEqual(expected);
  });

  it('a broken document does not hide mistakes in the others of its file', async () => {
    const text = `${role}---\nkind: "Role\n---\nkind: Role\nkey: x\nnme: x\n`;
    expect(await briefOf({ 'a.yaml': text })).toEqual(['a.yaml:4:7 yaml/unclosed', 'a.yaml:8:1 field/unknown']);
  });

  it('empty documents, empty files and a byte order mark are fine', async () => {
    const files = {
      'a.yaml': `---\n---\n# nothing\n---\n${role}---\n`,
      'b.yaml': '',
      'c.yml': `\ufeff${role.replace('r\n', 'c\n')}`,
    };
    const { diagnostics, configuration } = await loadFiles(files);
    expect(diagnostics).toEqual([]);
    expect(configuration?.resourceCount).toBe(2);
  });

  it('a file of 50 MB is refused without being read', async () => {
    const directory = projectFolder({ 'a.yaml': role });
    truncateSync(join(directory, 'a.yaml'), 50 * 1024 * 1024);
    const { diagnostics } = await load(directory);
    expect(diagnostics.map(brief)).toEqual(['a.yaml:1:1 file/too-large']);
    expect(diagnostics[0]?.message).toBe('This file is 50 MB; at most 10 MB are read.');
  });

  it.each([
    ['entries', 'kind: Role\nkey: r\ninherits:\n', '- a\n'],
    ['repeated keys', 'kind: Role\nkey: r\n', 'a: 1\n'],
    ['keys that are no text', 'kind: Role\nkey: r\n', '1: x\n'],
    ['documents', '', '---\na\n'],
    ['broken documents', 'kind: "Role\n', "---\nkey: 'x\n"],
    ['equal resources', '', 'kind: Role\nkey: same\n---\n'],
  ])(`${many.toLocaleString('en')} wrong %s are cut short`, async (_, head, unit) => {
    const { diagnostics } = await loadFiles({ 'a.yaml': head + unit.repeat(many) });
    expect(diagnostics.length).toBeGreaterThanOrEqual(100);
    expect(diagnostics.length).toBeLessThanOrEqual(1_001);
    expect(diagnostics[0]?.code).toBe('file/more-mistakes');
    const [, count = ''] = /^At least ([0-9,]+) more mistakes/.exec(diagnostics[0]?.message ?? '') ?? [];
    expect(Number(count.replaceAll(',', '')) + diagnostics.length - 1).toBeGreaterThanOrEqual(many - 1);
  });

  it(`${misspelt.toLocaleString('en')} misspelt names among as many cost no more than a moment each`, async () => {
    const lines = (unit: (index: number) => string) =>
      Array.from({ length: misspelt }, (_, index) => unit(index)).join('');
    const flag = `kind: Flag\nkey: f\nvariations:\n${lines((n) => `  variation-${n}: ${n}\n`)}targets:\n${lines((n) => `  variatoin-${n}: { user: [u${n}] }\n`)}`;
    const type = `kind: ResourceType\nkey: t\nactions:\n${lines((n) => `  - action-${n}\n`)}relations: { owner: user }\ngrants:\n  owner:\n${lines((n) => `    - actoin-${n}\n`)}`;
    const { diagnostics } = await loadFiles({ 'a.yaml': flag, 'b.yaml': type });
    expect(diagnostics.filter(({ code }) => code === 'file/more-mistakes')).toHaveLength(2);
    expect(diagnostics.some(({ hint }) => hint === 'Did you mean `variation-0`?')).toBe(true);
  });

  it('a duplicate resource names both places', async () => {
    const { diagnostics } = await loadFiles({ 'a.yaml': role, 'b/c.yaml': `# again\n${role}` });
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'document/duplicate',
        at: { file: 'b/c.yaml', start: { line: 3, column: 6 }, end: { line: 3, column: 7 } },
        related: [
          {
            message: 'Role/r is first defined here',
            at: { file: 'a.yaml', start: { line: 2, column: 6 }, end: { line: 2, column: 7 } },
          },
        ],
      }),
    ]);
  });

  it('a duplicate key names both places', async () => {
    const { diagnostics } = await loadFiles({ 'a.yaml': `${role}name: a\nname: b\n` });
    expect(diagnostics[0]?.related?.map(({ at }) => at.start)).toEqual([{ line: 3, column: 1 }]);
  });

  it('a circle of references is one diagnostic that names every place', async () => {
    const link = (key: string, to: string) => `kind: Role\nkey: ${key}\ninherits: [${to}]\n`;
    const files = {
      'a.yaml': link('a', 'b'),
      'b.yaml': link('b', 'c'),
      'c.yaml': link('c', 'a'),
      'd.yaml': link('d', 'a'),
      'e.yaml': link('e', 'e'),
    };
    const { diagnostics } = await loadFiles(files);
    expect(diagnostics.map(brief)).toEqual(['a.yaml:3:12 reference/cycle', 'e.yaml:3:12 reference/cycle']);
    expect(diagnostics[0]?.message).toContain('Role/a → Role/b → Role/c → Role/a');
    expect(diagnostics[0]?.related?.map(({ at }) => at.file)).toEqual(['b.yaml', 'c.yaml']);
  });

  it('no dream.yaml, no folder', async () => {
    const directory = projectFolder({ 'sub/Dream.yml': 'project: x\n' });
    const missing = await load(join(directory, 'sub'));
    expect(missing.diagnostics.map(({ code, hint }) => `${code} ${hint}`)).toEqual([
      'project/not-found Rename Dream.yml to dream.yaml.',
    ]);
    expect(missing.diagnostics.map(brief)).toEqual(['dream.yaml:1:1 project/not-found']);
    expect(missing.configuration).toBeNull();
    expect((await load(join(directory, 'nowhere'))).diagnostics.map(({ code }) => code)).toEqual(['project/not-found']);
    expect((await load(join(directory, 'dream.yaml'))).diagnostics.map(({ code }) => code)).toEqual([
      'project/not-found',
    ]);
  });
});

describe('CP-01 what the disk does wrong is said', () => {
  it('links: to a file twice, to nowhere, in a circle, to an enclosing folder', async () => {
    const directory = projectFolder({ 'z/real.yaml': role });
    symlinkSync('z/real.yaml', join(directory, 'again.yaml'));
    symlinkSync('z', join(directory, 'a-folder'));
    symlinkSync('nowhere', join(directory, 'dangling'));
    const fine = await load(directory);
    expect(fine.diagnostics).toEqual([]);
    expect(fine.configuration?.resourceCount).toBe(1);
    expect(fine.fileCount).toBe(2);

    symlinkSync('nowhere.yaml', join(directory, 'gone.yaml'));
    symlinkSync('self.yaml', join(directory, 'self.yaml'));
    symlinkSync('..', join(directory, 'z', 'up'));
    expect((await load(directory)).diagnostics.map(brief)).toEqual([
      'gone.yaml:1:1 file/not-found',
      'self.yaml:1:1 file/link-loop',
      'z/up:1:1 file/link-loop',
    ]);
  });

  it('a pipe in the place of dream.yaml is not waited for', async () => {
    const directory = projectFolder({ 'x/a.yaml': role });
    execFileSync('mkfifo', [join(directory, 'x', 'dream.yaml')]);
    expect((await load(join(directory, 'x'))).diagnostics.map(brief)).toEqual(['dream.yaml:1:1 file/not-a-file']);
  });

  it('a link to itself matters only where a file was expected', async () => {
    const directory = projectFolder({ 'a.yaml': role });
    symlinkSync('self', join(directory, 'self'));
    expect((await load(directory)).diagnostics).toEqual([]);
  });

  it('a name that is not UTF-8', async () => {
    const directory = projectFolder({ 'a.yaml': role });
    writeFileSync(Buffer.concat([Buffer.from(`${directory}/caf`), Buffer.from([0xe9]), Buffer.from('.yaml')]), 'x');
    expect((await load(directory)).diagnostics.map(brief)).toEqual(['caf\ufffd.yaml:1:1 file/name']);
  });

  it('a link to a file elsewhere is read', async () => {
    const elsewhere = projectFolder({ 'a.yaml': role });
    const directory = projectFolder({});
    symlinkSync(join(elsewhere, 'a.yaml'), join(directory, 'b.yaml'));
    expect((await load(directory)).configuration?.resourceCount).toBe(1);
  });

  it('a folder and a socket with the name of a file', async () => {
    const directory = projectFolder({});
    mkdirSync(join(directory, 'folder.yaml'));
    writeFileSync(join(directory, 'folder.yaml', 'inside.yaml'), role);
    const server = createServer().listen(join(directory, 'socket.yaml'));
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { diagnostics } = await load(directory);
    expect(diagnostics.map(brief)).toEqual(['socket.yaml:1:1 file/not-a-file']);
  });

  it('files and folders that may not be read; nothing is said about what they may define', async () => {
    const directory = projectFolder({
      'a.yaml': `${role}inherits: [elsewhere]\n`,
      'locked/b.yaml': role,
      'c.yaml': role,
    });
    const { diagnostics } = await load(
      directory,
      locked(createHost().files, [`${directory}/locked`, `${directory}/c.yaml`]),
    );
    expect(diagnostics.map(brief)).toEqual(['c.yaml:1:1 file/not-permitted', 'locked:1:1 file/not-permitted']);
    expect(diagnostics[1]?.message).toBe('This folder cannot be read: permission denied.');
  });

  it('a dream.yaml that may not be read', async () => {
    const directory = projectFolder({});
    const { diagnostics } = await load(directory, locked(createHost().files, [`${directory}/dream.yaml`]));
    expect(diagnostics.map(brief)).toEqual(['dream.yaml:1:1 file/not-permitted']);
  });

  it('leaves out what is not configuration', async () => {
    const files = {
      'node_modules/a.yaml': 'x',
      '.git/b.yaml': 'x',
      '.hidden.yaml': 'x',
      'drafts/c.yaml': 'x',
      'notes.txt': 'x',
      'x.skip.yaml': 'x',
    };
    const dreamYaml = 'project: acme\nenvironments: { development: {} }\nignore: [drafts/, "*.skip.yaml"]\n';
    expect(await briefOf({ ...files, 'dream.yaml': dreamYaml })).toEqual([]);
  });

  it.each([
    ['binary', Buffer.from('\u0000\u0001Role editor')],
    ['of another encoding', Buffer.from('kind: Role\nkey: editor\n', 'utf16le')],
    ['broken', 'kind: "Role\nkey: editor\n'],
  ])('a file that is %s hides only what it may define', async (_, content) => {
    const user = 'kind: Role\nkey: a\ninherits: [editor, zz, edit]\n';
    const found = await briefOf({ 'a.yaml': user, 'b.yaml': content });
    expect(found.slice(0, 2)).toEqual(['a.yaml:3:20 reference/unknown', 'a.yaml:3:24 reference/unknown']);
    expect(found).toHaveLength(3);
  });

  it('what cannot be looked into hides no slip of the finger', async () => {
    const files = {
      'a.yaml':
        'kind: Role\nkey: a\ninherits: [editr, editor2, zz]\n---\nkind: Role\nkey: editor\n---\nkind: Role\nkey: editor1\n',
      'locked/b.yaml': role,
    };
    const directory = projectFolder(files);
    const { diagnostics } = await load(directory, locked(createHost().files, [`${directory}/locked`]));
    expect(diagnostics.map(brief)).toEqual(['a.yaml:3:12 reference/unknown', 'locked:1:1 file/not-permitted']);
  });

  it('a link that leads back hides nothing', async () => {
    const directory = projectFolder({ 'z/a.yaml': 'kind: Role\nkey: a\ninherits: [zz]\n' });
    symlinkSync('..', join(directory, 'z', 'up'));
    symlinkSync('gone.yaml', join(directory, 'nowhere.yaml'));
    expect((await load(directory)).diagnostics.map(brief)).toEqual([
      'nowhere.yaml:1:1 file/not-found',
      'z/a.yaml:3:12 reference/unknown',
      'z/up:1:1 file/link-loop',
    ]);
  });

  it('a project inside the project is left out, with a warning', async () => {
    const result = await loadFiles({ 'inner/dream.yaml': 'project: x\n', 'inner/a.yaml': 'x', 'b.yaml': role });
    expect(result.diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning project/nested']);
    expect(result.configuration?.resourceCount).toBe(1);
  });
});

/** Permission is refused as a real disk would, whoever runs the tests: the superuser may read everything. */
function locked(files: SourceFiles, paths: readonly string[]): SourceFiles {
  const refuse = (path: string) => {
    if (paths.includes(path))
      throw fileProblem(path, Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }));
  };
  return {
    stat: (path) => files.stat(path),
    list: async (path) => {
      refuse(path);
      return files.list(path);
    },
    readText: async (path) => {
      refuse(path);
      return files.readText(path);
    },
    readBytes: async (path) => {
      refuse(path);
      return files.readBytes(path);
    },
  };
}
