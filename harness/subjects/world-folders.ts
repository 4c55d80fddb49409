import type { ExchangeFolders } from "../../devices/terminal/exchange-folder.ts";
import type { SharedFolders } from "./shared-folders.ts";

/** Notes what a receipt system did in the folders and returns the number of the crossing. */
export type NoteChange = (
  folder: "req" | "res" | "face",
  name: string,
  bytes: Uint8Array,
  change: "written" | "removed",
) => number;

/** The world's folders as an in-process receipt system sees them; everything it does in them is evidence. */
export function worldFolders(folders: ExchangeFolders, note: NoteChange): SharedFolders {
  return {
    list: (folder) => folders.list(folder).map(({ name }) => name),
    read: (folder, name) => folders.read(folder, name)?.bytes,
    nameFor: (name) => name,
    write(name, bytes) {
      folders.write({ folder: "req", name, bytes }, note("req", name, bytes, "written"));
    },
    take(folder, name) {
      const file = folders.read(folder, name);
      if (file !== undefined) folders.remove(folder, name, note(folder, file.name, file.bytes, "removed"));
    },
    onChange: (listener) => folders.onChange(listener),
  };
}
