import { spawnSync } from "node:child_process";
import type { Surroundings } from "../../system/pcsc/command.ts";

/** What the client sends: SELECT of the JPKI application, or READ BINARY of 256 bytes of its user certificate. */
export type Command = "select" | "read";

/** What one round came to: of all readers together, and of the reader whose answers came latest. */
export interface Speed {
  /** Microseconds a command, as if one reader after another had answered. */
  readonly usPerCommand: number;
  readonly p50Us: number;
  readonly p99Us: number;
}

/** Sends commands to readers, a thread each, as fast as they are answered. Blocks this process meanwhile. */
export function measureSpeed(
  { prefix, env }: Surroundings,
  client: string,
  command: Command,
  seconds: number,
  readers: readonly string[],
): Speed {
  const [program = client, ...args] = [...prefix, client, "rate", String(seconds), command, ...readers];
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: "utf8", timeout: 60_000 });
  if (status !== 0) throw new Error(`client.c ended with ${status}: ${stderr.slice(-2_000)}`);
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map(Number));
  const perUs = lines.reduce((sum, [commands = 0, elapsedNs = 1]) => sum + (commands * 1_000) / elapsedNs, 0);
  const latest = (column: number): number => Math.max(...lines.map((line) => (line[column] ?? Number.NaN) / 1_000));
  return { usPerCommand: 1 / perUs, p50Us: latest(2), p99Us: latest(3) };
}
