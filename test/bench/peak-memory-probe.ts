import { writeFileSync } from "node:fs";

/** Loaded into a process by `--import`: leaves its peak resident memory, KiB, in the file that PEAK_MEMORY_FILE names. */
const file = process.env["PEAK_MEMORY_FILE"];
if (file !== undefined) process.once("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
