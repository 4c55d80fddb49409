import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";
import type { LedgerKey } from "../../../simulator/central/ledger.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { openLedger } from "../../../simulator/ledgers/open-ledger.ts";
import { ROWS, rowsOf } from "./crash-writer.ts";

/** Writes altogether, and how often their process is killed on the way. */
export const WRITES = 200;
export const KILLS = 8;

/** Where to kill: so many writes after the start, then so many passes of a loop, by chance of a seed. */
export function killingPoints(seed: number): readonly { readonly after: number; readonly passes: number }[] {
  const rng = rngFromSeed(seed).fork("kills");
  return Array.from({ length: KILLS }, () => ({ after: 1 + rng.below(40), passes: rng.below(2_000_000) }));
}

/**
 * Runs the writer until `writes` are done; `onAcknowledged` is told each number it said and returns true to have it killed
 * with SIGKILL. Resolves with the last number said.
 */
export function runWriter(
  place: string,
  writes: number,
  onAcknowledged: (write: number, said: number) => boolean,
): Promise<{ readonly last: number; readonly stderr: string }> {
  const script = join(import.meta.dirname, "crash-writer.ts");
  const child = spawn(process.execPath, [script, place, String(writes)], { stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let [rest, stderr] = ["", ""];
    let [last, said] = [0, 0];
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        last = Number(line);
        if (onAcknowledged(last, ++said)) child.kill("SIGKILL");
      }
    });
    child.once("error", reject);
    child.once("close", () => resolve({ last, stderr }));
  });
}

/** Work of nobody, so that a kill falls between two instants of the writer and not always on an acknowledgement. */
export function idle(passes: number): number {
  let sum = 0;
  for (let pass = 0; pass < passes; pass++) sum = (sum + pass) | 0;
  return sum;
}

/** Fails unless every write up to the acknowledged one is there whole, and no write is there in part. Returns how far it is. */
export async function expectWhole(place: string, acknowledged: number): Promise<number> {
  const store = await openLedger(place, () => undefined, "seed 1");
  const keys = Array.from({ length: WRITES + 1 }, (_, write) => rowsOf(write + 1)).flat();
  const { done, rows } = await store.transact(function* () {
    const slice = yield [["registration", "done"], ...keys.map(({ table, key }) => [table, key] as LedgerKey)];
    return {
      done: slice.get("registration", "done")?.effectiveAtMs ?? 0,
      rows: keys.map(({ key }) => slice.get("registration", key)?.effectiveAtMs),
      changes: [],
    };
  });
  await store.close();
  expect(done).toBeGreaterThanOrEqual(acknowledged);
  expect(done).toBeLessThanOrEqual(acknowledged + 1); // one write may be kept whose acknowledgement was cut off
  const expected = rows.map((_, at) => (Math.floor(at / ROWS) < done ? Math.floor(at / ROWS) + 1 : undefined));
  expect(rows).toEqual(expected);
  return done;
}

/** Kills the writer again and again until all is written, and looks at the ledger after each. */
export async function killAgainAndAgain(place: string, seed: number): Promise<void> {
  let done = 0;
  for (const { after, passes } of killingPoints(seed)) {
    const { last } = await runWriter(place, WRITES - done, (_, said) => {
      if (said === after) idle(passes);
      return said >= after;
    });
    done = await expectWhole(place, Math.max(last, done));
  }
  const { last, stderr } = await runWriter(place, WRITES - done, () => false);
  expect({ last: Math.max(last, done), stderr }).toEqual({ last: WRITES, stderr: "" });
  expect(await expectWhole(place, WRITES)).toBe(WRITES);
}
