import type { Model, ModelSchema } from '../engine/model/model.ts';
import type { ModelsFile } from './problem.ts';

/** What a model file says, before the envelope and the definitions are brought in. */
export type AuthoredModel = Omit<Model, 'component'>;

/** A model file that has the form the meta-schema asks for. */
export interface ModelFile {
  readonly file: ModelsFile;
  readonly component: string;
  readonly model: AuthoredModel;
}

/** The fields that every kind has. */
export interface Envelope {
  readonly file: ModelsFile;
  readonly schema: ModelSchema;
}

/** Schema fragments that models share, by name. */
export interface Definitions {
  readonly file: ModelsFile;
  readonly schemas: { readonly [name: string]: ModelSchema };
}

/** Everything the models folder holds. */
export interface ModelSources {
  readonly envelope: Envelope;
  readonly definitions: Definitions;
  /** By kind, in alphabetical order. */
  readonly models: readonly ModelFile[];
}
