import { join, resolve } from 'node:path';
import { execa } from 'execa';

/** Leaves beside each bundled command what V8 makes of it, for bin/run.js to find. */
export async function compileAhead(directory: string): Promise<void> {
  const script = join(import.meta.dirname, 'make-script-cache.ts');
  for (const bundle of ['validate', 'plan', 'generate'])
    await execa(process.execPath, [script, resolve(directory), bundle, 'examples/acme'], { stdout: 'ignore' });
}
