import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import { type Process, sleep } from "../../simulator/kernel/process.ts";
import type { ExchangeFolders } from "./exchange-folder.ts";
import type { ExchangeFile } from "./ports.ts";
import type { TerminalSettings } from "./settings.ts";

/** Writes a result as the terminal's write style says; what crossed several times is written under several names. */
export function* writeResult(
  file: ExchangeFile,
  again: () => string,
  folders: ExchangeFolders,
  settings: TerminalSettings,
  clock: Clock,
  strand: Strand,
): Process<void> {
  const passage = yield* strand.cross("exchange.file", { ...file, change: "written" });
  for (const [copy, { folder, name, bytes, packed }] of passage.delivered.entries()) {
    const written: ExchangeFile = { folder, name: copy === 0 ? name : again(), bytes, ...(packed && { packed }) };
    // A copy is a file of its own: whoever judges must find its name in the trace.
    const seq = copy === 0 ? passage.seq : strand.fork().note("exchange.file", { ...written, change: "written" });
    yield* put(written, seq, folders, settings, clock);
  }
}

function* put(
  file: ExchangeFile,
  cause: number,
  folders: ExchangeFolders,
  { writeStyle, writeMs }: TerminalSettings,
  clock: Clock,
): Process<void> {
  if (writeStyle === "rename") {
    folders.write({ ...file, name: `${file.name}.tmp` }, cause);
    yield* sleep(clock, writeMs);
    folders.remove(file.folder, `${file.name}.tmp`, cause);
  } else if (writeStyle === "in-place") {
    folders.write({ ...file, bytes: file.bytes.slice(0, file.bytes.length >> 1) }, cause);
    yield* sleep(clock, writeMs);
  } else if (writeStyle === "locked") {
    folders.writeLocked(file, cause);
    yield* sleep(clock, writeMs);
  }
  folders.write(file, cause);
}
