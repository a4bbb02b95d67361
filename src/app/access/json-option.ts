import type { Json } from '../../engine/json.ts';
import type { Host } from '../../host/contract.ts';
import { usageError } from '../command-errors.ts';

/** The value of an option that is JSON, or `@` and the name of a file with it. */
export async function readJsonOption(option: string, name: string, host: Host): Promise<Json> {
  const path = option.startsWith('@') ? option.slice(1) : undefined;
  const text = path === undefined ? option : new TextDecoder().decode(await host.files.readBytes(path));
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    throw usageError(
      path === undefined ? `${name} is not JSON.` : `${path}, which ${name} names, is not JSON.`,
      'Write JSON, or @ and the name of a file with JSON.',
    );
  }
}
