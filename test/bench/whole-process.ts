import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Figure, figure } from "./figure.ts";
import { ratios, takeTurns, timeMs } from "./statistics.ts";

const ROUNDS = 7;
const PEAK_ROUNDS = 3;
/** A process that takes longer hangs. */
const TIMEOUT_MS = 60_000;
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SOURCE = join(ROOT, "harness/cli.ts");
const BUILT = join(ROOT, "dist/harness/cli.js");
const PROBE = new URL("peak-memory-probe.ts", import.meta.url).href;
const CHECK_INS = fileURLToPath(new URL("check-in-process.ts", import.meta.url));

/** From start to verdict as a user sees it, beside a Node that does nothing; of the sources and of the built package. */
export function measureStartUp(): readonly Figure[] {
  return inFolder((out) => {
    const certify = (cli: string, scenario: string) => (): number =>
      timeMs(() => node([cli, "certify", "--scenario", scenario, "--out", out]));
    const clis = [{ kind: "sources", cli: SOURCE }, ...(existsSync(BUILT) ? [{ kind: "dist", cli: BUILT }] : [])];
    const runs = clis.flatMap(({ kind, cli }) => ["C01", "C07"].map((id) => ({ kind, id, run: certify(cli, id) })));
    const [nothing = [], ...measured] = takeTurns(ROUNDS, [
      () => timeMs(() => node(["-e", "0"])),
      ...runs.map(({ run }) => run),
    ]);
    return [
      figure("node -e 0", "ms", nothing),
      ...runs.flatMap(({ kind, id }, index) => {
        const name = `certify --scenario ${id} (${kind})`;
        const times = measured[index] ?? [];
        return [
          figure(`${name}, start to verdict`, "ms", times, "<= 200 ms"),
          figure("  times node -e 0", "ratio", ratios(times, nothing)),
        ];
      }),
    ];
  });
}

/** The most memory a process held: many check-ins in one world, and a whole certification. */
export function measurePeakMemory(): readonly Figure[] {
  return inFolder((out) => {
    const rounds = (args: readonly string[]): readonly number[] =>
      Array.from({ length: PEAK_ROUNDS }, () => peakMiB(args, join(out, "peak")));
    return [
      figure("node -e 0", "MiB", rounds(["-e", "0"])),
      figure("600 check-ins by face in one world", "MiB", rounds([CHECK_INS])),
      figure("certify, all scenarios", "MiB", rounds([SOURCE, "certify", "--out", out])),
    ];
  });
}

/** The most memory, MiB, that a Node with these arguments held; `file` is written over. */
export function peakMiB(args: readonly string[], file: string): number {
  node(["--import", PROBE, ...args], { PEAK_MEMORY_FILE: file });
  return Number(readFileSync(file, "utf8")) / 1_024;
}

function node(args: readonly string[], environment: Readonly<Record<string, string>> = {}): void {
  const { status, stderr, error } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
    timeout: TIMEOUT_MS,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr.toString().slice(-2_000)}`);
}

/** Works in a folder that is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
