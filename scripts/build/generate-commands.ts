// What one bundle holds: these commands make the same things of the product.
export { GenerateAll } from '../../src/commands/generate/all.ts';
export { GenerateDocs } from '../../src/commands/generate/docs.ts';
export { GenerateOpenapi } from '../../src/commands/generate/openapi.ts';
export { GenerateSdk } from '../../src/commands/generate/sdk.ts';
