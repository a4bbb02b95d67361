import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Chalk } from 'chalk';
import { execa } from 'execa';

// The tour that README's first command gives: a copy of examples/acme, taken through everything with the very
// commands a user would type. Every line below a `$` is that command's own output.

const repository = resolve(import.meta.dirname, '..');
const program = join(repository, 'bin/run.js');
const chalk = new Chalk(process.stdout.isTTY ? {} : { level: 0 });
const directory = mkdtempSync(join(tmpdir(), 'dream-quickstart-'));
const environment = { DREAM_AUTHOR: 'you', ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) };
const started = performance.now();

function say(text: string): void {
  process.stdout.write(`\n${chalk.bold.cyan(`# ${text}`)}\n`);
}

/** Runs one command in the copy and shows it; its output goes straight to the terminal. */
async function dream(...args: readonly string[]): Promise<void> {
  process.stdout.write(`${chalk.dim('$')} dream ${shownArguments(args)}\n`);
  await execa(process.execPath, [program, ...args], {
    cwd: directory,
    env: environment,
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
  });
}

/** The same for one whose changeset was just shown by `dream plan`: its last line alone, as `tail` gives it. */
async function dreamLastLine(...args: readonly string[]): Promise<void> {
  process.stdout.write(`${chalk.dim('$')} dream ${shownArguments(args)} | tail -n 1\n`);
  const { stdout } = await execa(process.execPath, [program, ...args], {
    cwd: directory,
    env: environment,
    stdin: 'ignore',
    stderr: 'inherit',
  });
  process.stdout.write(`${stdout.trimEnd().split('\n').at(-1) ?? ''}\n`);
}

function shownArguments(args: readonly string[]): string {
  return args.map((arg) => (/^[\w./:@=-]+$/u.test(arg) ? arg : `'${arg}'`)).join(' ');
}

function edit(file: string, from: string, to: string): void {
  const path = join(directory, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from))
    throw new Error(`${file} does not hold ${JSON.stringify(from)}: the tour and the example have drifted apart`);
  writeFileSync(path, text.replace(from, to));
  process.stdout.write(`${chalk.dim(file)}\n${chalk.red(`- ${from}`)}\n${chalk.green(`+ ${to}`)}\n`);
}

/** Starts `dream serve` and waits until it says where it listens. */
async function startServer(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  process.stdout.write(`${chalk.dim('$')} dream serve --port 0 &\n`);
  const server = execa(process.execPath, [program, 'serve', '--port', '0'], {
    cwd: directory,
    env: environment,
    stdin: 'ignore',
    reject: false,
  });
  const url = await new Promise<string>((found, failed) => {
    let told = '';
    const listen = (chunk: Buffer): void => {
      told += chunk.toString();
      const address = /http:\/\/[\w.:[\]]+/u.exec(told)?.[0];
      if (address !== undefined) found(address);
    };
    server.stderr.on('data', listen);
    server.stdout.on('data', listen);
    void server.then(() => failed(new Error(`dream serve ended:\n${told}`)));
  });
  process.stdout.write(`Dream listens on ${url}.\n`);
  return {
    url,
    stop: async () => {
      server.kill('SIGTERM');
      await server;
    },
  };
}

/** Asks the running server as any backend would: with a secret key, over HTTP. */
async function readBack(url: string, path: string): Promise<void> {
  const { stdout } = await execa(process.execPath, [program, 'keys', 'create', '--name', 'quickstart', '--json'], {
    cwd: directory,
    env: environment,
  });
  const { key }: { readonly key: string } = JSON.parse(stdout);
  process.stdout.write(`${chalk.dim('$')} curl -H "Authorization: Bearer $DREAM_API_KEY" ${url}${path}\n`);
  const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  process.stdout.write(`${JSON.stringify(await answer.json(), null, 2)}\n`);
}

try {
  cpSync(join(repository, 'examples/acme'), directory, {
    recursive: true,
    filter: (source) => !source.endsWith('.dream'),
  });
  say('A company as YAML: examples/acme, copied to a folder of its own');
  await dream('validate');
  say('The control plane, on a database inside the folder');
  const server = await startServer();
  try {
    say('What would change in an empty environment');
    await dream('plan');
    say('All of it, in one transaction');
    await dreamLastLine('apply', '--yes', '--message', 'First version');
    say('What is live now');
    await dream('status');
    await readBack(server.url, '/v1/resources/Plan/pro');
    say('What somebody on Free would get of a flag, and why: the files alone know');
    const somebody = { user: { key: 'ada' }, tenant: { key: 'globex', plan: 'free' } };
    await dream(
      'flags',
      'evaluate',
      'advanced-analytics',
      '--env',
      'production',
      '--context',
      JSON.stringify(somebody),
    );
    say('Two customers, on Pro');
    for (const [id, name] of [
      ['globex', 'Globex'],
      ['initech', 'Initech'],
    ] as const) {
      await dream('tenants', 'create', id, '--name', name, '--currency', 'USD');
      await dream('tenants', 'set-plan', id, 'pro');
    }
    say('Pro gets dearer, and starts with fewer API calls');
    edit('plans/pro.yaml', 'USD: { monthly: 49.00, annual: 490.00 }', 'USD: { monthly: 59.00, annual: 590.00 }');
    edit(
      'plans/entitlements.yaml',
      'pro: { limit: 50000, whenExceeded: bill }',
      'pro: { limit: 40000, whenExceeded: bill }',
    );
    say('What that edit would change, and who would feel it');
    await dream('plan');
    await dreamLastLine('apply', '--yes', '--message', 'Pro costs 59');
    say('Who changed what, and the way back');
    await dream('history');
    await dream('rollback', '1', '--yes');
    await dream('history');
    say('The record of all that, and the proof that nobody has touched it');
    await dream('audit', 'list');
    await dream('audit', 'export', '--out', 'audit.ndjson');
    await dream('audit', 'verify', 'audit.ndjson');
    say('The files still hold the edit, so it is what an apply would do next');
    await dream('plan');
  } finally {
    await server.stop();
  }
  say(`Done in ${((performance.now() - started) / 1000).toFixed(0)} s. The same, by hand: README.md`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
