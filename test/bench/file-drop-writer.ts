import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";

/** A receipt system that only asks: request files, each under a temporary name first. Tells when each was there, ns. */
const { values } = parseArgs({
  options: { folder: { type: "string" }, files: { type: "string" }, everyMs: { type: "string" } },
});
const { folder = "", files = "0", everyMs = "1" } = values;

process.once("message", async (text: string) => {
  const times: [name: string, atNs: string][] = [];
  const startedMs = performance.now();
  for (let number = 0; number < Number(files); number++) {
    const aheadMs = startedMs + number * Number(everyMs) - performance.now();
    if (aheadMs > 1) await delay(aheadMs);
    const name = `OQSsiquc01req_${String(number).padStart(12, "0")}.xml`;
    writeFileSync(join(folder, `${name}.tmp`), text);
    const atNs = process.hrtime.bigint();
    renameSync(join(folder, `${name}.tmp`), join(folder, name));
    times.push([name, String(atNs)]);
  }
  process.send?.(times, () => process.disconnect());
});
