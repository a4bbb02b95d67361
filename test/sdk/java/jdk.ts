import { spawnSync } from 'node:child_process';

/** Ends well where there is a JDK of 17 or later, whose programs a test can run. */
const jdkProbe = ['javac', '--release', '17', '--version'] as const;

/** For people who lack it. */
export const jdkNeeds = 'JDK 17 as javac';

/**
 * What makes a short program start soon and leave the other processors alone; texts are UTF-8, whatever the machine says
 * of its language.
 */
export const javaFlags = [
  '-Xshare:auto',
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  '-Dfile.encoding=UTF-8',
  '-Dstdout.encoding=UTF-8',
] as const;

let isThere: boolean | undefined;

export function hasJdk(): boolean {
  const [program, ...parameters] = jdkProbe;
  // It takes half a second to say so, and each test file asks.
  isThere ??= spawnSync(program, parameters, { stdio: 'ignore' }).status === 0;
  return isThere;
}
