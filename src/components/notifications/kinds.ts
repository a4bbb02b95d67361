import type { KindPolicy } from '../../engine/model/registry.ts';
import { templatePolicy } from './template-policy.ts';
import { workflowPolicy } from './workflow-policy.ts';

/** By kind: what the models cannot say. */
export const policies: { readonly [kind: string]: KindPolicy } = { Template: templatePolicy, Workflow: workflowPolicy };
