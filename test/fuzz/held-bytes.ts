import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes that are held when everything nobody needs is gone, those of arrays outside the heap included. */
export function heldBytes(): number {
  collectGarbage();
  collectGarbage(); // memory of arrays is given back by the collection behind the one that found them dead
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
