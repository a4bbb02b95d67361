import { Config } from '@oclif/core/config';
import { settings } from '@oclif/core/settings';
import { version } from '../../app/version.ts';
import { oclifPackage } from './oclif-package.ts';

/**
 * oclif with everything it knows, for help and completion. In the bundle the commands come from the manifest
 * the build wrote beside it; from src/ the classes are loaded.
 */
export async function loadFullConfig(): Promise<Config> {
  // oclif would look for a TypeScript compiler; Node strips the types itself.
  settings.enableAutoTranspile = false;
  return Config.load({ pjson: oclifPackage(version), root: import.meta.dirname });
}
