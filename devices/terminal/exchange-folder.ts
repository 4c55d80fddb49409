import type { Cancel } from "../../simulator/kernel/clock.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { ExchangeFile, ExchangeFolderName, FileChange } from "./ports.ts";

/** Told of every change; `cause` is the trace number of the crossing that brought it. */
export type FolderListener = (change: FileChange, cause: number | undefined) => void;

/** More files than this in the three folders together mean that nobody takes them away. */
const MAX_FILES = 10_000;

/**
 * The three folders as terminal and receipt system share them. Names are found whatever their case, as on the Windows
 * share (receipt-system-interface.md §1.1); a file written again replaces the old one.
 */
export class ExchangeFolders {
  readonly #files = new Map<string, ExchangeFile & { readonly cause: number | undefined }>();
  readonly #listeners = new Set<FolderListener>();

  /** Files of a folder in the order they were written. */
  list(folder: ExchangeFolderName): readonly ExchangeFile[] {
    return [...this.#files.values()].filter((file) => file.folder === folder);
  }

  read(folder: ExchangeFolderName, name: string): (ExchangeFile & { readonly cause: number | undefined }) | undefined {
    return this.#files.get(keyOf(folder, name));
  }

  write(file: ExchangeFile, cause?: number): void {
    const key = keyOf(file.folder, file.name);
    if (this.#files.size >= MAX_FILES && !this.#files.has(key))
      throw new MisuseError(file.folder, `more than ${MAX_FILES} files lie in the three folders; take results away`);
    this.#files.set(key, { ...file, cause });
    this.#tell({ ...file, change: "written" }, cause);
  }

  /** Takes a file away; false when it was not there. */
  remove(folder: ExchangeFolderName, name: string, cause?: number): boolean {
    const file = this.read(folder, name);
    if (file === undefined) return false;
    this.#files.delete(keyOf(folder, name));
    this.#tell({ folder, name: file.name, bytes: file.bytes, change: "removed" }, cause);
    return true;
  }

  onChange(listener: FolderListener): Cancel {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(change: FileChange, cause: number | undefined): void {
    for (const listener of [...this.#listeners]) listener(change, cause);
  }
}

const keyOf = (folder: ExchangeFolderName, name: string): string => `${folder}/${name.toLowerCase()}`;
