/**
 * Where the program begins. Known commands run without oclif's own start (see base/light-config.ts); help and
 * mistakes take the longer way. Nothing here may load what a command does not need.
 */
import { commandTable } from './command-table.ts';
import { route } from './route.ts';

const argv = process.argv.slice(2);
const asked = route(argv, Object.keys(commandTable));

process.once('uncaughtException', (error) => {
  void import('./report-failure.ts').then(({ reportFailure }) => reportFailure(error, argv));
});

if (asked.type === 'run') {
  const Class = await commandTable[asked.id]?.();
  const isOver = await Class?.start(asked.id.replaceAll(':', ' '), asked.argv);
  // An end by itself takes the heap apart first, for 2 ms.
  if (isOver === true) process.exit();
} else if (asked.type === 'help') {
  const { showHelp } = await import('./show-help.ts');
  await showHelp(asked.subject);
} else {
  const { reportUnknownCommand } = await import('./report-failure.ts');
  await reportUnknownCommand(asked, argv);
}
