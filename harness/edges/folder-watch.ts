import {
  closeSync,
  type FSWatcher,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  watch,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../devices/transports/make-folder.ts";
import { ConfigurationError } from "../configuration-error.ts";

/** Longer files have no business in these folders: a bulk result is the longest (simulator/messages/xml-reader.ts). */
const MAX_BYTES = 32 << 20;

/** A real folder, read and written whole files at a time. Names are taken as the file system gives them. */
export class Folder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
    try {
      makeFolder(path);
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

  /**
   * The bytes of a file, undefined when it is gone or locked. Of a file longer than `mostBytes` one byte more than that: enough
   * to refuse it for its length, however long it is.
   */
  read(name: string, mostBytes: number = MAX_BYTES): Uint8Array | undefined {
    return this.look(name, mostBytes)?.bytes;
  }

  /** {@link read}, and the stamp of what was read. */
  look(name: string, mostBytes: number): { readonly bytes: Uint8Array; readonly stamp: string } | undefined {
    try {
      const file = openSync(join(this.path, name), "r");
      try {
        const found = fstatSync(file);
        const bytes = new Uint8Array(Math.min(found.size, mostBytes + 1));
        return { bytes: bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0)), stamp: stampOf(found) };
      } finally {
        closeSync(file);
      }
    } catch {
      return undefined; // gone, or held by its writer: the next look decides
    }
  }

  /** Changes whenever the file does, as far as the file system tells; undefined when it is gone. */
  stampOf(name: string): string | undefined {
    const found = statSync(join(this.path, name), { throwIfNoEntry: false });
    return found === undefined ? undefined : stampOf(found);
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
   * Tells the name of what changed; without one, anything may have. Notices get lost, so callers look for themselves and at
   * intervals as well (receipt-system-interface.md §1.4).
   */
  onChange(listener: (name: string | undefined) => void): () => void {
    const watcher: FSWatcher = watch(this.path, { persistent: false }, (_event, name) => listener(name ?? undefined));
    watcher.on("error", () => listener(undefined)); // the folder went away: the next look says so
    return () => watcher.close();
  }
}

const stampOf = ({ ino, size, mtimeMs }: Stats): string => `${ino} ${size} ${mtimeMs}`;

/** Names of temporary files, ours and other people's. */
export const isTemporary = (name: string): boolean =>
  name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".part");
