import { loadCachedScript } from './load-cached-script.ts';

/** Commands that start fast: `validate` runs at every save, both run in every commit hook and pipeline. */
export const apart = { validate: 'Validate', plan: 'Plan' } as const;

/** Does for these commands what `src/commands/entry/main.ts` does for all: bin/run.js knows which need no help. */
export async function runApart(id: keyof typeof apart, argv: readonly string[]): Promise<void> {
  process.once('uncaughtException', (error) => {
    const program: string = './report-failure.js';
    void import(program).then(({ reportFailure }) => reportFailure(error, process.argv.slice(2)));
  });
  const commands = loadCachedScript(`${__dirname}/${id}.cjs`);
  const isOver = await commands[apart[id]]?.start(id, argv);
  // An end by itself takes the heap apart first, for 2 ms.
  if (isOver === true) process.exit();
}
