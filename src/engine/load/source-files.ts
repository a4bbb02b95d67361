/** One entry of a directory listing. */
export interface SourceEntry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'other';
}

/** The files of a project as the loader needs them; any host's files fit. Rejections carry what went wrong as `problem`. */
export interface SourceFiles {
  list(directory: string): Promise<readonly SourceEntry[]>;
  /** After following links; `identity` is the same for one file under two names. */
  stat(path: string): Promise<{ readonly size: number; readonly identity: string; readonly type: SourceEntry['type'] }>;
  /** What is plainly UTF-8, as most files are; null when only the bytes can tell. A byte order mark is kept. */
  readText(path: string): Promise<string | null>;
  readBytes(path: string): Promise<Uint8Array>;
}
