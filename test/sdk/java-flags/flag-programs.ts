import { programBeside } from '../java/programs-beside.ts';

/** The parameters with which `java` runs a program of this folder against the SDK. */
export function flagProgram(name: string): Promise<readonly string[]> {
  return programBeside(import.meta.dirname, `flags.${name}`);
}
