import { execFileSync } from 'node:child_process';

/** A program that reads our formats and is none of ours. A test without its judge proves nothing, so it fails. */
export function debianTool(program: string, debianPackage: string): string {
  // Debian keeps daemons where the PATH of most people does not look.
  const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;
  try {
    return execFileSync('sh', ['-c', 'command -v "$1"', 'sh', program], {
      encoding: 'utf8',
      env: { ...process.env, PATH },
    }).trim();
  } catch {
    throw new Error(`The tests need ${program}: apt-get install ${debianPackage}`);
  }
}

/** What a Python program prints that reads `input`. */
export function python(script: string, input: string): unknown {
  const program = debianTool('python3', 'python3');
  const output = execFileSync(program, ['-X', 'utf8', '-c', script], {
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(output);
}
