import { delimiter } from 'node:path';
import { inject } from 'vitest';
import type { CompiledJava } from './compile-java.ts';
import { javaFlags } from './jdk.ts';

/** What is compiled, once for all test files of a run. */
export async function compiledJava(): Promise<CompiledJava> {
  const answer = await fetch(inject('javaBuild'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text);
}

/** The parameters with which `java` runs a program of this folder against the SDK. */
export async function javaParameters(program: string): Promise<readonly string[]> {
  const { sdk, programs } = await compiledJava();
  return [...javaFlags, '-cp', `${programs}${delimiter}${sdk}`, program];
}
