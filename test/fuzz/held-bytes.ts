import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
/* Code that was not run for a while is thrown away: megabytes at once, which would hide what a machine keeps meanwhile. */
setFlagsFromString("--no-flush-bytecode");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes that are held when nobody needs the rest, arrays outside the heap included; at times V8 takes another look to see. */
export function heldBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
