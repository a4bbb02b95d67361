import { once } from 'node:events';
import type { FileWriter } from '../../app/local-host.ts';
import { outputError } from '../../app/file-error.ts';

/** For what may be larger than memory: no more is taken than its reader takes. */
export function standardOutput(): FileWriter {
  const stream = process.stdout;
  let problem: Error | undefined;
  stream.on('error', (error) => {
    problem = error;
  });
  return {
    write: async (bytes) => {
      if (problem !== undefined) throw outputError(problem);
      // An error ends the wait as well, and is thrown by it.
      if (!stream.write(bytes))
        await once(stream, 'drain').catch((error: unknown) => Promise.reject(outputError(error)));
    },
    close: () => Promise.resolve(),
  };
}
