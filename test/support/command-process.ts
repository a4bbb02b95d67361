// A process that runs one command after the other, as commands.ts tells it to: the same commands that bin/run.js
// starts, with the arguments, the directory and the variables given, and nothing left of those before.
import { reportUnknownCommand } from '../../src/commands/entry/report-failure.ts';
import { commandTable } from '../../src/commands/entry/command-table.ts';
import { route } from '../../src/commands/entry/route.ts';
import { writeOut } from '../../src/commands/base/write-out.ts';
import type { CommandRequest } from './commands.ts';

async function run({ args, cwd, env, end }: CommandRequest): Promise<void> {
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = 0;
  const asked = route(args, Object.keys(commandTable));
  if (asked.type === 'run') {
    const Class = await commandTable[asked.id]?.();
    await Class?.start(asked.id.replaceAll(':', ' '), asked.argv);
  } else if (asked.type === 'unknown') {
    await reportUnknownCommand(asked, args);
  } else {
    throw new Error('Help is for a process of its own.');
  }
  // The same way as all before, and so after it.
  writeOut(1, end);
  writeOut(2, end);
  process.send?.({ exitCode: Number(process.exitCode) });
}

process.on('message', (request: CommandRequest) => void run(request));
process.once('disconnect', () => process.exit());
