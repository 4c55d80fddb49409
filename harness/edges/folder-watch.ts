import {
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  watch,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "../configuration-error.ts";

/** Longer files have no business in these folders. */
const MAX_BYTES = 8 * 1024 * 1024;

/** A real folder, read and written whole files at a time. Names are taken as the file system gives them. */
export class Folder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
    try {
      mkdirSync(path, { recursive: true });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ConfigurationError(
        `cannot use the folder ${path}: ${reason}`,
        "give a folder that exists and may be written to",
      );
    }
  }

  /** Names of files, sorted by code unit. */
  names(): readonly string[] {
    return readdirSync(this.path, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  }

  /** The bytes of a file; undefined when it is gone, locked or too large. */
  read(name: string): Uint8Array | undefined {
    try {
      const path = join(this.path, name);
      return statSync(path).size > MAX_BYTES ? undefined : new Uint8Array(readFileSync(path));
    } catch {
      return undefined; // gone, or held by its writer: the next look decides
    }
  }

  write(name: string, bytes: Uint8Array | string): void {
    writeFileSync(join(this.path, name), bytes);
  }

  /** Writes under a temporary name first, so that nobody reads half a file. */
  writeWhole(name: string, content: string): void {
    const temporary = join(this.path, `.${name}.part`);
    writeFileSync(temporary, content);
    renameSync(temporary, join(this.path, name));
  }

  remove(name: string): void {
    try {
      unlinkSync(join(this.path, name));
    } catch {
      // somebody else took it away first
    }
  }

  /**
   * Tells that something changed. Notices get lost, so callers look for themselves and at intervals as well
   * (receipt-system-interface.md §1.4).
   */
  onChange(listener: () => void): () => void {
    const watcher: FSWatcher = watch(this.path, { persistent: false }, listener);
    watcher.on("error", listener); // the folder went away: the next look says so
    return () => watcher.close();
  }
}

/** Names of temporary files, ours and other people's. */
export const isTemporary = (name: string): boolean =>
  name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".part");
