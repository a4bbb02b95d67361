import type { Json } from '../../engine/json.ts';
import type { Model } from '../../engine/model/model.ts';
import { formatJson } from './format-json.ts';
import { codeHeader } from './header.ts';

/** The module that holds a component's models as plain data. */
export function emitModels(component: string, models: readonly Model[]): string {
  const data: Json = JSON.parse(JSON.stringify(models));
  return `${codeHeader(`models/${component}/*.yaml`)}
import type { Model } from '../../../engine/model/model.ts';

export const models: readonly Model[] = ${formatJson(data)};
`;
}
