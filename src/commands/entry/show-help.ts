import { Help } from '@oclif/core/help';
import { loadFullConfig } from './full-config.ts';

export async function showHelp(subject: readonly string[]): Promise<void> {
  const config = await loadFullConfig();
  await new Help(config, config.pjson.oclif.helpOptions).showHelp([...subject, '--help']);
}
