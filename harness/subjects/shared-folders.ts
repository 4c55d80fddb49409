import type { ExchangeFolderName } from "../../devices/terminal/ports.ts";
import type { Cancel } from "../../simulator/kernel/clock.ts";

/**
 * The three folders as a receipt system sees them: it looks, reads, writes requests and takes results away; nobody
 * connects to it (receipt-system-interface.md §1.8).
 */
export interface SharedFolders {
  /** Names in a folder, oldest first. */
  list(folder: ExchangeFolderName): readonly string[];
  /** Undefined when the file is gone or locked. */
  read(folder: ExchangeFolderName, name: string): Uint8Array | undefined;
  /** The name a request travels under: of one that travels as a zip the extension is another. */
  nameFor(name: string): string;
  write(name: string, bytes: Uint8Array): void;
  take(folder: ExchangeFolderName, name: string): void;
  /** Told that something changed; a hint only, looking is what counts. */
  onChange(listener: () => void): Cancel;
}
