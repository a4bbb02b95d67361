import type { ControlPlane } from '../../app/control-plane-client.ts';
import { InvalidConfigurationError, unknownError } from '../../app/command-errors.ts';
import { loadProject } from '../../app/load-project.ts';
import { loadProjectSettings, type ProjectSettings } from '../../app/load-project-settings.ts';
import { openControlPlane } from '../../app/open-control-plane.ts';
import { readSourceLines } from '../../app/read-source-lines.ts';
import { setVariable } from '../../app/set-variable.ts';
import type { Configuration } from '../../engine/configuration.ts';
import type { EnvironmentMode } from '../../engine/resource.ts';
import { diagnosticsJson, formatDiagnostics } from '../../views/diagnostics.ts';
import { errorJson } from '../../views/error.ts';
import { DreamCommand } from './dream-command.ts';
import { withProgress } from './progress.ts';
import { styleFor } from './terminal.ts';

/** What the options of a command say about where to look. */
export interface TargetOptions {
  readonly dir: string;
  readonly env?: string | undefined;
  readonly server?: string | undefined;
}

export interface Target {
  readonly directory: string;
  readonly project: string;
  readonly environment: string;
  readonly mode: EnvironmentMode;
  readonly server?: string | undefined;
}

/** A command about a project's files or about one environment of a control plane. */
export abstract class ProjectCommand extends DreamCommand {
  /** Throws with the diagnostics when the files have mistakes. */
  protected async configuration(directory: string): Promise<Configuration> {
    const { configuration, diagnostics } = await withProgress('Reading the files', loadProject(directory, this.host));
    if (configuration === null) throw new InvalidConfigurationError(diagnostics, directory);
    return configuration;
  }

  protected target(options: TargetOptions, { environments, project }: ProjectSettings): Target {
    const names = [...environments.keys()];
    const environment = options.env ?? names[0] ?? '';
    const settings = environments.get(environment);
    if (settings === undefined)
      throw unknownError(`There is no environment ${environment} in dream.yaml.`, environment, names);
    return { directory: options.dir, project, environment, mode: settings.mode, server: options.server };
  }

  /** The target, known from dream.yaml alone: a rollback must work while the other files are broken. */
  protected async targetOf(options: TargetOptions): Promise<Target> {
    return this.target(options, await loadProjectSettings(options.dir, this.host));
  }

  /** Opens the control plane for `work` and closes it whatever happens. */
  protected async withControlPlane<T>(target: Target, work: (controlPlane: ControlPlane) => Promise<T>): Promise<T> {
    const { server, ...rest } = target;
    const databaseUrl = setVariable(this.host.variables, 'DATABASE_URL');
    const apiKey = setVariable(this.host.variables, 'DREAM_API_KEY');
    const opening = openControlPlane({
      host: this.host,
      ...rest,
      ...(server === undefined ? {} : { server }),
      ...(apiKey === undefined ? {} : { apiKey }),
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    });
    const controlPlane = await withProgress('Opening the control plane', opening);
    try {
      return await work(controlPlane);
    } finally {
      await controlPlane.close();
    }
  }

  protected override errorAsJson(error: Error): unknown {
    const body = errorJson(error);
    if (!(error instanceof InvalidConfigurationError)) return body;
    return { ...body, error: { ...body.error, details: { diagnostics: diagnosticsJson(error.diagnostics) } } };
  }

  protected override async errorAsText(error: Error): Promise<string> {
    const text = await super.errorAsText(error);
    if (!(error instanceof InvalidConfigurationError)) return text;
    const style = await styleFor(2, this.host.variables, this.wantsColour());
    const sources = await readSourceLines(error.directory, error.diagnostics, this.host);
    return `${formatDiagnostics(error.diagnostics, sources, style)}\n\n${text}`;
  }
}
