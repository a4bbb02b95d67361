// Flags for programs in TypeScript. With `../evaluation/` and `../conditions/` it is all there is to it: nothing is imported
// from elsewhere.
export type * from './contract.ts';
export { FlagClient } from './flag-client.ts';
export type * from './remote/contract.ts';
export type * from './remote/read-answers.ts';
export { RemoteFlagClient } from './remote/remote-flag-client.ts';
export type * from './updates/signed-in-user.ts';
export { FlagContext } from './flag-context.ts';
export { DreamProvider } from './openfeature/provider.ts';
export { DreamWebProvider } from './openfeature/web-provider.ts';
export type * from './testing/condition.ts';
export { TestFlagData } from './testing/test-flag-data.ts';
