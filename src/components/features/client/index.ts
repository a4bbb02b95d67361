// Flags for programs in TypeScript. With `../evaluation/` and `../conditions/` it is all there is to it: nothing is imported
// from elsewhere.
export type * from './contract.ts';
export { FlagClient } from './flag-client.ts';
export { RemoteFlagClient, type RemoteFlagClientOptions, type SignIn } from './remote/remote-flag-client.ts';
export type { FlagAnswers } from './remote/read-answers.ts';
export type { UserToken } from './updates/signed-in-user.ts';
export { FlagContext } from './flag-context.ts';
export { DreamProvider } from './openfeature/provider.ts';
export { DreamWebProvider } from './openfeature/web-provider.ts';
export type { AttributeCondition, Condition, Operators, Share } from './testing/condition.ts';
export { TestFlagData, type TestSegment } from './testing/test-flag-data.ts';
