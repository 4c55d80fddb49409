import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { plainEnvironment, type Surroundings } from "../system/pcsc/command.ts";
import { Conversation } from "../system/pcsc/conversation.ts";
import { type Figure, figure } from "./figure.ts";
import { type Command, measureSpeed, type Speed } from "./pcsc/client.ts";
import { measureInsertions } from "./pcsc/insertions.ts";
import { PLACEMENTS } from "./pcsc/placement.ts";
import { compiled } from "./pcsc/programs.ts";
import { ratios, takeTurns } from "./statistics.ts";

const OUR_CARDS = fileURLToPath(new URL("pcsc/our-cards.ts", import.meta.url));
const READERS = Array.from({ length: 16 }, (_, index) => `Madoguchi ${String(index).padStart(2, "0")} 00`);
const ROUNDS = 7;
const SECONDS = 0.5;
const BATCHES = 5;
const INSERTIONS = 100;
const LATE = 99;

/** Our PC/SC service alone, no root and no pcscd: a card is laid down, and 16 readers are used at once (G3, G5). */
export async function measureCardService(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-pcsc-"));
  try {
    const client = await compiled("client", folder);
    const socketPath = join(folder, "pcscd.comm");
    const figures: Figure[] = [];
    for (const { placement, prefix } of PLACEMENTS) {
      const surroundings = { prefix, env: { ...plainEnvironment(folder), PCSCLITE_CSOCK_NAME: socketPath } };
      const words = [OUR_CARDS, "socket", socketPath, String(READERS.length)];
      const cards = new Conversation(surroundings, process.execPath, words);
      try {
        await cards.until(/ready\n/);
        figures.push(
          ...(await insertionFigures(placement, surroundings, client, cards)),
          ...["select" as const, "read" as const].flatMap((command) =>
            manyReaders(placement, command, (readers) => measureSpeed(surroundings, client, command, SECONDS, readers)),
          ),
        );
      } finally {
        await cards.end();
      }
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function insertionFigures(
  placement: string,
  surroundings: Surroundings,
  client: string,
  cards: Conversation,
): Promise<readonly Figure[]> {
  const batches: (readonly number[])[] = [];
  for (let batch = 0; batch <= BATCHES; batch++) {
    const times = await measureInsertions(
      surroundings,
      client,
      READERS[0] ?? "",
      cards,
      INSERTIONS,
      (round) => round % 7,
    );
    if (batch > 0) batches.push([...times].sort((a, b) => a - b)); // the first one warms up
  }
  const at = (percent: number): readonly number[] =>
    batches.map((sorted) => sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN);
  return [
    figure(`insertion to event ${placement}: p99 of ${INSERTIONS}`, "us", at(LATE), "<= 2,000 us"),
    figure("  median", "us", at(50)),
  ];
}

function manyReaders(
  placement: string,
  command: Command,
  speedOf: (readers: readonly string[]) => Speed,
): readonly Figure[] {
  const [p99One, p99All]: [number[], number[]] = [[], []];
  const round = (readers: readonly string[], p99: number[]) => (): number => {
    const { usPerCommand, p99Us } = speedOf(readers);
    p99.push(p99Us);
    return usPerCommand;
  };
  const [one = [], all = []] = takeTurns(ROUNDS, [round(READERS.slice(0, 1), p99One), round(READERS, p99All)]);
  const perSecond = (us: readonly number[]): readonly number[] => us.map((value) => 1e6 / value);
  return [
    figure(`${command} ${placement}: 16 readers at once, of one`, "ratio", ratios(one, all), ">= 0.9"),
    figure("  16 readers together", "per-second", perSecond(all)),
    figure("  one reader", "per-second", perSecond(one)),
    // By Little's law 16 times as long for as many a second; less by as much as one reader leaves the service idle.
    figure("  p99 of the slowest of 16, times p99 of one", "ratio", ratios(p99All.slice(1), p99One.slice(1))),
  ];
}
