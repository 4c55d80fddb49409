import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder, and the missing ones above it, one after the other, with permission bits other than the usual where
 * `mode` is told; throws the error of the file system. Not `mkdirSync(…, { recursive: true })`: where a folder is there and
 * answers ENOENT to what is made in it, as /proc does, that one tries again without end (Node 20 to 24).
 */
export function makeFolder(path: string, mode?: number): void {
  const missing: string[] = [];
  for (let at = resolve(path); !isFolder(at); at = dirname(at)) {
    missing.push(at);
    if (dirname(at) === at) break;
  }
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder, mode);
    } catch (error) {
      if (!isFolder(folder)) throw error; // else another process made it at the same time
    }
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
