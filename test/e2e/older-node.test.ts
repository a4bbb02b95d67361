import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { freshBuild, temporaryDirectory, variables } from '../support/cli.ts';
import { longRun } from '../support/long-run.ts';

const bin = resolve(import.meta.dirname, '../../bin');

/** As bin/run.js does on a Node that is too old, whichever Node runs the tests: the program in a process of its own. */
function startBeside(directory: string, ...args: readonly string[]) {
  const evaluated = [
    '-e',
    `require(${JSON.stringify(join(bin, 'older-node.js'))})`,
    '--',
    join(bin, 'run.js'),
    ...args,
  ];
  return execa(process.execPath, evaluated, {
    cwd: directory,
    env: variables(),
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
    cleanup: true,
  });
}

async function answers(url: string): Promise<boolean> {
  return fetch(new URL('/health', url)).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Each starts a server, which takes seconds: the two that supervisors send, and in long runs those of terminals. */
const signals = ['SIGTERM', 'SIGKILL', ...(longRun ? (['SIGINT', 'SIGHUP'] as const) : [])] as const;

describe('where an older Node starts the pinned one', () => {
  it.each(signals)('%s ends the server, and not its parent alone', async (signal) => {
    await freshBuild();
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'dream.yaml'), 'project: older\nenvironments: { development: {} }\n');
    const running = startBeside(directory, 'serve', '--port', '0');
    let written = '';
    running.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
    running.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
    await expect.poll(() => written).toContain('Dream listens on ');
    const url = /Dream listens on (http:\/\/\S+)/u.exec(written)?.[1] ?? '';
    expect(await answers(url)).toBe(true);

    running.kill(signal);
    const { exitCode, signal: endedBy } = await running;
    await expect.poll(() => answers(url)).toBe(false);
    if (signal === 'SIGTERM' || signal === 'SIGINT') {
      expect(exitCode).toBe(0);
      expect(written).toContain('Stopped.');
    } else expect(endedBy).toBe(signal);
  });

  it('hands on what it is asked, and how that ends', async () => {
    await freshBuild();
    const directory = temporaryDirectory();
    expect((await startBeside(directory, '--version')).exitCode).toBe(0);
    const { exitCode, stdout } = await startBeside(directory, 'validate');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('dream.yaml');
  });
});
