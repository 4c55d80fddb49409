import { setImmediate } from "node:timers/promises";
import { runProgram, type Surroundings } from "./command.ts";

/** A reader as `opensc-tool` lists it. */
interface SeenReader {
  readonly name: string;
  readonly card: boolean;
}

const PATIENCE_MS = 10_000;

/** The readers of a stack as a PC/SC program sees them; none when nobody serves. */
async function readersSeen(surroundings: Surroundings): Promise<readonly SeenReader[]> {
  const { stdout } = await runProgram(surroundings, "opensc-tool", ["--list-readers"]);
  return [...stdout.matchAll(/^\d+ +(Yes|No) +(?:PIN pad +)?(.+)$/gm)].map(([, card, name = ""]) => ({
    name,
    card: card === "Yes",
  }));
}

/** Asks again and again until the readers are as wanted; fails with what they are when they do not become so. */
export async function untilReaders(
  surroundings: Surroundings,
  asWanted: (readers: readonly SeenReader[]) => boolean,
): Promise<void> {
  const givesUpAtMs = Date.now() + PATIENCE_MS;
  for (;;) {
    const readers = await readersSeen(surroundings);
    if (asWanted(readers)) return;
    if (Date.now() > givesUpAtMs) throw new Error(`the readers did not become as wanted: ${JSON.stringify(readers)}`);
    await setImmediate();
  }
}
