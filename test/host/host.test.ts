import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHost } from '../../src/host/create-host.ts';
import { isFileProblem } from '../../src/host/file-problem.ts';
import { createSecureRandom } from '../../src/host/secure-random.ts';
import { createSortableIds } from '../../src/host/sortable-ids.ts';

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'dream-host-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function problemOf(access: Promise<unknown>): Promise<string> {
  const error: unknown = await access.then(
    () => 'none',
    (reason: unknown) => reason,
  );
  return isFileProblem(error) ? error.problem : `not a file problem: ${String(error)}`;
}

describe('files', () => {
  const { files } = createHost();

  it.each(['write', 'writeMade'] as const)('%s: whole files, folders on the way, and nothing else', async (write) => {
    const directory = folder();
    const path = join(directory, 'a/b/c.yaml');
    await files[write](path, 'one');
    await files[write](path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(join(directory, 'a/b'))).toEqual(['c.yaml']);
    expect(Buffer.from(await files.readBytes(path)).toString()).toBe('two');
    await files.remove(path);
    expect(readdirSync(join(directory, 'a/b'))).toEqual([]);
  });

  it('lists entries by type, and follows links to tell what a file is', async () => {
    const directory = folder();
    writeFileSync(join(directory, 'file'), 'abc');
    mkdirSync(join(directory, 'folder'));
    symlinkSync('file', join(directory, 'link'));
    const entries = await files.list(directory);
    expect(entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))).toEqual([
      { name: 'file', type: 'file' },
      { name: 'folder', type: 'directory' },
      { name: 'link', type: 'symlink' },
    ]);
    const [file, link] = await Promise.all([files.stat(join(directory, 'file')), files.stat(join(directory, 'link'))]);
    expect(link).toEqual(file);
    expect(file).toMatchObject({ size: 3, type: 'file' });
  });

  it('gives the text of what is plainly UTF-8, and of nothing else', async () => {
    const path = join(folder(), 'file');
    const textOf = async (content: string | Uint8Array) => {
      writeFileSync(path, content);
      return files.readText(path);
    };
    expect(await textOf('')).toBe('');
    expect(await textOf('\ufeffkey: caf\u00e9 \u{1f600}\r\n')).toBe('\ufeffkey: caf\u00e9 \u{1f600}\r\n');
    expect(await textOf(Buffer.from('key: caf\u00e9', 'latin1'))).toBeNull();
    expect(await textOf(Buffer.from('key', 'utf16le'))).toBeNull();
    expect(await textOf(new Uint8Array([0xed, 0xa0, 0x80]))).toBeNull();
    expect(await textOf('key: \ufffd')).toBeNull();
  });

  it('reads what may be larger than memory piece by piece', async () => {
    const path = join(folder(), 'large');
    const bytes = Buffer.alloc(2_500_000, 'abc');
    writeFileSync(path, bytes);
    const piecesOf = async (file: string): Promise<readonly Uint8Array[]> => {
      const found: Uint8Array[] = [];
      for await (const piece of files.read(file)) found.push(piece);
      return found;
    };
    const pieces = await piecesOf(path);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    expect(await problemOf(piecesOf(join(path, 'below')))).toBe('not-a-directory');
    expect(await problemOf(piecesOf(join(folder(), 'none')))).toBe('not-found');
    expect(await problemOf(piecesOf(folder()))).toBe('is-a-directory');
  });

  it('says what went wrong in one way', async () => {
    const directory = folder();
    writeFileSync(join(directory, 'file'), '');
    symlinkSync('self', join(directory, 'self'));
    expect(await problemOf(files.readBytes(join(directory, 'nowhere')))).toBe('not-found');
    expect(await problemOf(files.readBytes(directory))).toBe('is-a-directory');
    expect(await problemOf(files.readText(join(directory, 'nowhere')))).toBe('not-found');
    expect(await problemOf(files.readText(directory))).toBe('is-a-directory');
    expect(await problemOf(files.list(join(directory, 'file')))).toBe('not-a-directory');
    expect(await problemOf(files.stat(join(directory, 'self')))).toBe('link-loop');
    expect(await problemOf(files.remove(join(directory, 'nowhere')))).toBe('not-found');
    for (const write of ['write', 'writeMade'] as const) {
      expect(await problemOf(files[write](join(directory, 'file/under'), 'x'))).toBe('not-a-directory');
      expect(await problemOf(files[write](directory, 'x'))).toBe('is-a-directory');
      expect(await problemOf(files[write](`${directory}/.`, 'x'))).toBe('is-a-directory');
    }
    expect(readdirSync(directory).toSorted()).toEqual(['file', 'self']);
  });
});

describe('randomness', () => {
  it('gives as many bytes as are asked for, however they fall on what is at hand, and none of them twice', () => {
    const random = createSecureRandom();
    const lengths = [32, 16, 0, 256, 257, 5_000, 12];
    const taken = Array.from({ length: 60 }, () => lengths.map((length) => random.bytes(length))).flat();
    expect(taken.map(({ length }) => length)).toEqual(Array.from({ length: 60 }, () => lengths).flat());
    const long = taken.filter(({ length }) => length >= 12).map((bytes) => Buffer.from(bytes).toString('hex'));
    expect(new Set(long).size).toBe(long.length);
    for (const hex of long) expect(hex).not.toMatch(/^0{24}|0{24}$/);
  });

  it.each([-1, 1.5, Number.NaN])('draws no %s bytes', (length) => {
    const random = createSecureRandom();
    expect(() => random.bytes(length)).toThrow(RangeError);
    expect(random.bytes(12)).toHaveLength(12);
  });

  it('is not changed by what is drawn later', () => {
    const random = createSecureRandom();
    const first = random.bytes(32);
    const copy = Uint8Array.from(first);
    for (let draw = 0; draw < 500; draw += 1) random.bytes(32).fill(7);
    expect(first).toEqual(copy);
  });
});

describe('ids', () => {
  it('sort in the order they were made, within a millisecond and when the clock steps back', () => {
    const times = [5_000, 5_000, 4_000, 5_001, 1_000];
    const ids = createSortableIds({ now: () => new Date(times.shift() ?? 6_000) }, createSecureRandom());
    const made = Array.from({ length: 1_000 }, () => ids.next('rev'));
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(1_000);
    for (const id of made) expect(id).toMatch(/^rev_[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('of two instances differ', () => {
    const clock = { now: () => new Date(0) };
    const [one, other] = [
      createSortableIds(clock, createSecureRandom()),
      createSortableIds(clock, createSecureRandom()),
    ];
    const all = Array.from({ length: 500 }, () => [one.next('evt'), other.next('evt')]).flat();
    expect(new Set(all).size).toBe(1_000);
  });

  it('begin with the time', () => {
    const at = (time: number) =>
      createSortableIds({ now: () => new Date(time) }, createSecureRandom())
        .next('x')
        .slice(2, 12);
    expect(at(0)).toBe('0000000000');
    expect(at(1_469_918_176_385)).toBe('01ARYZ6S41');
  });
});

describe('the host', () => {
  it('P01 gives every caller an instance of its own, with the variables of its start', () => {
    const [one, other] = [createHost(), createHost()];
    expect(one.ids).not.toBe(other.ids);
    expect(one.variables).toEqual({ ...process.env });
    expect(one.variables).not.toBe(other.variables);
    expect(one.random.bytes(16)).toHaveLength(16);
    expect(Math.abs(one.clock.now().getTime() - Date.now())).toBeLessThan(5_000);
  });
});

describe('http', () => {
  const { http } = createHost();
  const ask = (url: string, changes: { timeout?: number; sizeLimit?: number } = {}) =>
    http.get({ url, accept: 'application/json', timeout: 10_000, sizeLimit: 1000, ...changes });

  async function problemWith(answer: Promise<unknown>): Promise<unknown> {
    const error: unknown = await answer.then(
      () => 'none',
      (reason: unknown) => reason,
    );
    return error instanceof Error ? Reflect.get(error, 'problem') : error;
  }

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  it('gives back whatever was answered, and follows no redirect', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/') response.end(`accepts ${request.headers.accept ?? ''}`);
      else response.writeHead(302, { location: '/' }).end('elsewhere');
    });
    expect(await ask(`${url}/`)).toEqual({ status: 200, text: 'accepts application/json' });
    expect(await ask(`${url}/moved`)).toEqual({ status: 302, text: 'elsewhere' });
  });

  it('reads no more than it was told to, however small it was sent', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1001)));
    });
    expect(await problemWith(ask(url))).toBe('too-large');
    expect((await ask(url, { sizeLimit: 1001 })).text).toHaveLength(1001);
  });

  it('waits no longer than it was told to, also for the rest of an answer', async () => {
    const url = await serve((_request, response) => {
      response.write('half');
    });
    expect(await problemWith(ask(url, { timeout: 50 }))).toBe('timeout');
  });

  it('says that nobody is there', async () => {
    expect(await problemWith(ask('http://127.0.0.1:1/'))).toBe('unreachable');
  });
});
