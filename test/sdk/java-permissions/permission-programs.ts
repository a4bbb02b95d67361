import { printedBeside, programBeside } from '../java/programs-beside.ts';

/** The parameters with which `java` runs a program of this folder, by its name below `dev.dream.sdk`. */
export function permissionProgram(name: string): Promise<readonly string[]> {
  return programBeside(import.meta.dirname, name);
}

/** Runs a program and gives the JSON that it prints. */
export function printedBy(name: string, ...parameters: readonly string[]): Promise<unknown> {
  return printedBeside(import.meta.dirname, name, ...parameters);
}
