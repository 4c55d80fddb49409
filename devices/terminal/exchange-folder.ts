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
  readonly #locked = new Set<string>();
  readonly #anyCase: boolean;
  readonly #listeners = new Set<FolderListener>();

  /** `exact`: as a share on a system whose file names have a case. */
  constructor(names: "any-case" | "exact" = "any-case") {
    this.#anyCase = names === "any-case";
  }

  /** Files of a folder in the order they were written. */
  list(folder: ExchangeFolderName): readonly ExchangeFile[] {
    return [...this.#files.values()].filter((file) => file.folder === folder);
  }

  /** A file; undefined when there is none, or while its writer keeps it locked. */
  read(folder: ExchangeFolderName, name: string): (ExchangeFile & { readonly cause: number | undefined }) | undefined {
    const key = this.#keyOf(folder, name);
    return this.#locked.has(key) ? undefined : this.#files.get(key);
  }

  write(file: ExchangeFile, cause?: number): void {
    this.#locked.delete(this.#keyOf(file.folder, file.name));
    this.#put(file, cause);
  }

  /** Shows a file that nobody can read before it is written once more, as long as its writer holds it (§1.4). */
  writeLocked(file: ExchangeFile, cause?: number): void {
    this.#locked.add(this.#keyOf(file.folder, file.name));
    this.#put(file, cause);
  }

  #put(file: ExchangeFile, cause: number | undefined): void {
    const key = this.#keyOf(file.folder, file.name);
    if (this.#files.size >= MAX_FILES && !this.#files.has(key))
      throw new MisuseError(file.folder, `more than ${MAX_FILES} files lie in the three folders; take results away`);
    this.#files.set(key, { ...file, cause });
    this.#tell({ ...file, change: "written" }, cause);
  }

  /** Takes a file away; false when it was not there. */
  remove(folder: ExchangeFolderName, name: string, cause?: number): boolean {
    const file = this.read(folder, name);
    if (file === undefined) return false;
    this.#files.delete(this.#keyOf(folder, name));
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

  #keyOf(folder: ExchangeFolderName, name: string): string {
    return `${folder}/${this.#anyCase ? name.toLowerCase() : name}`;
  }
}
