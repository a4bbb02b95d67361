import { join, resolve } from 'node:path';
import { execa } from 'execa';

/** Leaves beside a bundled command what V8 makes of it, for bin/run.js to find. */
export async function compileAhead(file: string, command: string): Promise<void> {
  const script = join(import.meta.dirname, 'make-script-cache.ts');
  await execa(process.execPath, [script, resolve(file), command, 'examples/acme'], { stdout: 'ignore' });
}
