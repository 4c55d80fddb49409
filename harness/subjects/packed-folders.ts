import { isEncrypted } from "../../devices/terminal/zip-envelope.ts";
import type { TerminalProfile } from "../../simulator/messages/profile.ts";
import { BULK_MESSAGE_LIMITS } from "../../simulator/messages/xml-reader.ts";
import { looksZipped, openZip } from "../../simulator/zip/zip-file.ts";
import { zipOf } from "../../simulator/zip/zip-writer.ts";
import type { SharedFolders } from "./shared-folders.ts";

/** How a receipt system is set up for zips: the same settings as its terminal (receipt-system-interface.md §1.6, §8.6). */
export interface Packing {
  readonly zip: TerminalProfile["zip"];
  /** 16 new bytes for every file. */
  readonly salt: () => Uint8Array;
}

const XML = /\.xml$/i;
const ZIP = /\.zip$/i;

/**
 * The folders with zips on the way: requests whose kind travels encrypted are packed, results are opened, encrypted or not.
 * Names stay those of the files. What cannot be opened is handed over as it lies, so that whoever reads it tells that it is
 * unreadable and keeps it.
 */
export function packedFolders(folders: SharedFolders, { zip, salt }: Packing): SharedFolders {
  return {
    ...folders,
    nameFor: (name) => (isEncrypted(name, zip) ? name.replace(XML, ".zip") : name),
    read(folder, name) {
      const bytes = folders.read(folder, name);
      return bytes !== undefined && looksZipped(bytes) ? (contentOf(name, bytes, zip.password) ?? bytes) : bytes;
    },
    write(name, bytes) {
      if (!ZIP.test(name)) return folders.write(name, bytes);
      folders.write(name, zipOf(name.replace(ZIP, ".xml"), bytes, { password: zip.password, salt: salt() }));
    },
  };
}

/** The XML or PDF in a zip; the file in it has the name of the zip but for its ending. */
function contentOf(name: string, bytes: Uint8Array, password: string): Uint8Array | undefined {
  for (const extension of [".xml", ".pdf"]) {
    const opening = { password, name: name.replace(ZIP, extension), maxBytes: BULK_MESSAGE_LIMITS.maxBytes };
    const opened = openZip(bytes, opening);
    if (opened.ok) return opened.bytes;
  }
  return undefined;
}
