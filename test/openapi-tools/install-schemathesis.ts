// schemathesis in a Python environment of its own in node_modules/.cache, every package of a fixed version.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';

const requirements = join(import.meta.dirname, 'requirements.txt');

/** Its program; null, after a line that says so, where it cannot be installed. In CI that is an error. */
export async function installSchemathesis(): Promise<string | null> {
  const directory = join(process.cwd(), 'node_modules/.cache/schemathesis');
  const program = join(directory, 'bin/schemathesis');
  const stamp = join(directory, 'installed');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return program;
  const made = await execa('python3', ['-m', 'venv', '--clear', directory], { reject: false });
  const options = ['--quiet', '--disable-pip-version-check', '--requirement', requirements];
  const { exitCode, stderr } =
    made.exitCode === 0
      ? await execa(join(directory, 'bin/pip'), ['install', ...options], { reject: false })
      : { exitCode: 1, stderr: made.stderr };
  if (exitCode === 0) {
    writeFileSync(stamp, wanted);
    return program;
  }
  if (process.env['CI'] === 'true') throw new Error(`schemathesis cannot be installed: ${stderr}`);
  process.stderr.write('The server was not tried by schemathesis: it cannot be installed here.\n');
  return null;
}
