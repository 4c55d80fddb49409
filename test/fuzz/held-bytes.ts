import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Memory of arrays outside the heap is given back behind our back, one collection or two later. */
const COLLECTIONS = 3;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes that are held when everything nobody needs is gone, those of arrays outside the heap included. */
export function heldBytes(): number {
  const counts = Array.from({ length: COLLECTIONS }, () => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  });
  return Math.min(...counts);
}
