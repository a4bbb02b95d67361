/**
 * Where the program begins. Known commands run without oclif's own start (see light-config.ts); help and
 * mistakes take the longer way. Nothing here may load what a command does not need.
 */
import { commandTable } from './command-table.ts';
import { LightConfig } from './light-config.ts';
import { route } from './route.ts';

const argv = process.argv.slice(2);
const asked = route(argv, Object.keys(commandTable));

process.once('uncaughtException', (error) => {
  void import('./report-failure.ts').then(({ reportFailure }) => reportFailure(error, argv));
});

if (asked.type === 'run') {
  const load = commandTable[asked.id];
  const Class = await load?.();
  if (Class !== undefined) {
    Class.id = asked.id.replaceAll(':', ' ');
    const command = new Class([...asked.argv], new LightConfig());
    await command.execute();
  }
} else if (asked.type === 'help') {
  const { showHelp } = await import('./show-help.ts');
  await showHelp(asked.subject);
} else {
  const { reportUnknownCommand } = await import('./report-failure.ts');
  await reportUnknownCommand(asked, argv);
}
