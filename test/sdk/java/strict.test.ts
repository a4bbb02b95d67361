// What javac says of the SDK for Java with all of its warnings on, those on comments among them.
import { expect, test } from 'vitest';
import { compiledJava } from './compiled-java.ts';
import { hasJdk, jdkNeeds } from './jdk.ts';
import { notTried } from '../../support/not-tried.ts';

if (hasJdk()) {
  test('SC-015 javac -Xlint:all -Xdoclint:all has nothing to say about the SDK', async () => {
    expect((await compiledJava()).messages).toBe('');
  });
} else {
  notTried('the SDK for Java is not compiled', jdkNeeds);
}
