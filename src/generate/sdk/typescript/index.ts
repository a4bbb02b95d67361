import type { ApiDescription, SdkFile } from '../api-description.ts';
import { apiIndex } from './modules/api-index.ts';
import { clientModule } from './modules/client-module.ts';
import { generatedModule } from './modules/generated-module.ts';
import { resourceModule } from './modules/resource-module.ts';
import { typesModule } from './modules/types-module.ts';
import { planSdk, withNested } from './plan.ts';
import { Runtime } from './runtime.ts';

/** The SDK for TypeScript: its hand-written files as they are, and those that follow from the API. */
export function emitTypeScript(description: ApiDescription, templates: readonly SdkFile[]): readonly SdkFile[] {
  const plan = planSdk(description, new Runtime(templates));
  const modules = new Map(
    plan.resources.flatMap(withNested).map((planned) => [planned, resourceModule(planned, plan)] as const),
  );
  return [
    ...templates,
    typesModule(plan),
    ...[...modules.values()].map(({ file }) => file),
    clientModule(plan),
    generatedModule(plan),
    apiIndex(plan.resources, (planned) => modules.get(planned)?.signatures ?? []),
  ];
}
