import type { Component } from '../../components/contract.ts';
import { components as everyComponent } from '../../components/index.ts';
import { emitDocs } from '../../generate/docs/index.ts';
import type { ApiDescription, SdkFile } from '../../generate/sdk/api-description.ts';
import type { Host } from '../../host/contract.ts';
import { ApiObjects } from '../../server/openapi/api-objects.ts';
import type { ApiPart } from '../control-plane/api-parts.ts';
import { version } from '../version.ts';
import { type ApiFile, apiFiles } from './api-files.ts';
import { documentedApi } from './documented-api.ts';
import { describeApi } from './sdk/describe-api.ts';
import { productParts } from './product-parts.ts';
import { type SdkLanguage, sdkLanguages } from './sdk/languages.ts';
import { sdkFiles } from './sdk/sdk-files.ts';

/** Everything that is generated of the product, each part made when it is first asked for and only once. */
export class Product {
  /** What everybody offers, of a control plane that is never started. */
  readonly parts: readonly ApiPart[];
  readonly #components: readonly Component[];
  readonly #objects = new ApiObjects();
  readonly #sdks = new Map<SdkLanguage, readonly SdkFile[]>();
  #api: ApiDescription | undefined;
  #openApi: readonly ApiFile[] | undefined;
  #docs: readonly SdkFile[] | undefined;

  constructor(host: Host, components: readonly Component[] = everyComponent) {
    this.#components = components;
    this.parts = productParts(host, components);
  }

  /** As SDKs and pages show it. */
  get api(): ApiDescription {
    return (this.#api ??= describeApi(this.parts, version));
  }

  openApiFiles(): readonly ApiFile[] {
    return (this.#openApi ??= apiFiles(this.parts, version, this.#objects));
  }

  sdkFiles(language: SdkLanguage): readonly SdkFile[] {
    const files = this.#sdks.get(language) ?? sdkFiles(language, this.api, this.#components);
    this.#sdks.set(language, files);
    return files;
  }

  /** By path. */
  docsFiles(): readonly SdkFile[] {
    return (this.#docs ??= this.#makeDocs());
  }

  #makeDocs(): readonly SdkFile[] {
    const sdks = sdkLanguages.map((language) => ({ title: language.title, files: this.sdkFiles(language) }));
    const pages = emitDocs(documentedApi(this.parts, this.api, sdks, this.#objects));
    return pages.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  }
}
