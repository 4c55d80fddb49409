import { join } from "node:path";
import type { SharedFolders } from "../subjects/shared-folders.ts";
import { Folder, isTemporary } from "./folder-watch.ts";

/** The three folders on disk, as a receipt system in its own process sees them: nothing else of the world is visible. */
export function directoryFolders(path: string): SharedFolders & { close(): void } {
  const folders = {
    req: new Folder(join(path, "req")),
    res: new Folder(join(path, "res")),
    face: new Folder(join(path, "face")),
  };
  const listeners = new Set<() => void>();
  const stops = [folders.res, folders.face].map((folder) =>
    folder.onChange(() => {
      for (const listener of listeners) listener();
    }),
  );
  return {
    list: (folder) => folders[folder].names().filter((name) => !isTemporary(name)),
    read: (folder, name) => folders[folder].read(name),
    nameFor: (name) => name,
    write: (name, bytes) => folders.req.write(name, bytes),
    take: (folder, name) => folders[folder].remove(name),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      for (const stop of stops) stop();
    },
  };
}
