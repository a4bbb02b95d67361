/** Where archives are kept. */
export interface ArchivePlace {
  /** What the record calls an archive of this name there. */
  locate(name: string): string;
  /** Resolves when it lasts. Rejects with what went wrong, in words that hold no credentials. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** All of it, as it is kept there now. */
  read(name: string): Promise<Uint8Array>;
  /** Resolves when there is none of this name any more, also where there was none. */
  remove(name: string): Promise<void>;
}
