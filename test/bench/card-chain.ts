import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Surroundings } from "../system/pcsc/command.ts";
import { Conversation } from "../system/pcsc/conversation.ts";
import { type Figure, figure } from "./figure.ts";
import { type Command, measureSpeed } from "./pcsc/client.ts";
import { measureInsertions } from "./pcsc/insertions.ts";
import { openPcscd, SLOTS } from "./pcsc/pcscd.ts";
import { PLACEMENTS } from "./pcsc/placement.ts";
import { compiled } from "./pcsc/programs.ts";
import { ratios, takeTurns } from "./statistics.ts";

const ROUNDS = 7;
const SECONDS = 0.3;
const OUR_CARDS = fileURLToPath(new URL("pcsc/our-cards.ts", import.meta.url));
const TRIVIAL_CARD = fileURLToPath(new URL("pcsc/trivial-card.ts", import.meta.url));
const READER = "Madoguchi 00 00";
const COMMAND_LINE = fileURLToPath(new URL("../../harness/cli.ts", import.meta.url));
const INSERTIONS = 12;
/** pcscd asks the driver this often whether a card is there (virtual-pcsc.md §4); insertions come anywhere in between. */
const POLL_MS = 400;
/** `madoguchi card` needs a while before it serves. */
const ATTEMPTS = 60;
const RETRY_MS = 250;

/**
 * The same C program against cards behind pcscd and vpcd: ours, the least in Node and the least in C; and against our own
 * PC/SC service, which needs neither (performance.md §1a, G1, G2).
 */
export async function measureCardChain(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { placement, prefix } of PLACEMENTS) {
    const chain = await openChain(prefix);
    try {
      figures.push(...rateFigures(chain, placement, "select"), ...rateFigures(chain, placement, "read"));
      if (prefix.length === 0) figures.push(await insertionFigure(chain));
    } finally {
      await chain.close();
    }
  }
  return figures;
}

/** Every card in its reader, all at once, so that rounds are neighbours. */
interface Chain {
  readonly client: string;
  /** Of pcscd. */
  readonly surroundings: Surroundings;
  /** Of our service, without and with the live view of `madoguchi card`. */
  readonly service: Surroundings;
  readonly commandLine: Surroundings;
  /** Our card behind vpcd. */
  readonly ours: Conversation;
  close(): Promise<void>;
}

async function openChain(placed: readonly string[]): Promise<Chain> {
  const folder = mkdtempSync(join(tmpdir(), "bench-chain-"));
  const opened: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const closeOne of opened.reverse()) await closeOne();
  };
  try {
    const client = await compiled("client", folder);
    const trivial = await compiled("trivial-card", folder);
    const pcscd = await openPcscd(folder, placed);
    opened.push(pcscd.close);
    const { surroundings } = pcscd;
    const start = (where: Surroundings, program: string, args: readonly string[]): Conversation => {
      const conversation = new Conversation(where, program, args);
      opened.push(() => conversation.end());
      return conversation;
    };
    const node = process.execPath;
    const served = (socketPath: string): Surroundings => ({
      ...surroundings,
      env: { ...surroundings.env, PCSCLITE_CSOCK_NAME: socketPath },
    });
    const [service, commandLine] = [join(folder, "service.comm"), join(folder, "command-line.comm")];
    start(surroundings, trivial, [String(SLOTS.trivialC.port)]);
    start(surroundings, node, [TRIVIAL_CARD, String(SLOTS.trivialNode.port)]);
    const ours = start(surroundings, node, [OUR_CARDS, "vpcd", String(SLOTS.ours.port)]);
    const own = start(surroundings, node, [OUR_CARDS, "socket", service]);
    // Nobody would read the view while this process waits for the client: it goes nowhere.
    const words = [node, COMMAND_LINE, "card", "--pcsc", commandLine];
    start(surroundings, "sh", ["-c", 'exec "$0" "$@" > /dev/null', ...words]);
    await Promise.all([ours.until(/ready\n/), own.until(/ready\n/)]);
    for (const { reader } of Object.values(SLOTS)) await cardIn(surroundings, client, reader);
    await cardIn(served(service), client, READER);
    await cardIn(served(commandLine), client, READER);
    return { client, surroundings, service: served(service), commandLine: served(commandLine), ours, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits until a program sees a card in the reader; the service may still be on its way. */
async function cardIn(surroundings: Surroundings, client: string, reader: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const watcher = new Conversation(surroundings, client, ["watch", reader]);
    try {
      await watcher.until(/present \d+\n/);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await setTimeout(RETRY_MS);
    } finally {
      await watcher.end();
    }
  }
}

function rateFigures(chain: Chain, placement: string, command: Command): readonly Figure[] {
  const { client, surroundings, service, commandLine } = chain;
  const rounds = (where: Surroundings, reader: string) => (): number =>
    measureSpeed(where, client, command, SECONDS, [reader]).usPerCommand;
  const [c = [], node = [], ours = [], socket = [], words = []] = takeTurns(ROUNDS, [
    rounds(surroundings, SLOTS.trivialC.reader),
    rounds(surroundings, SLOTS.trivialNode.reader),
    rounds(surroundings, SLOTS.ours.reader),
    rounds(service, READER),
    rounds(commandLine, READER),
  ]);
  const title = `${command} ${placement}:`;
  const perSecond = (us: readonly number[]): readonly number[] => us.map((value) => 1e6 / value);
  return [
    figure(`${title} our card, of the trivial Node card's speed`, "ratio", ratios(node, ours), ">= 0.95"),
    figure(`${title} our card, of the trivial C card's speed`, "ratio", ratios(c, ours), ">= 0.9"),
    figure("  the trivial Node card, of the trivial C card's speed", "ratio", ratios(c, node)),
    figure(
      `${title} our service, of pcscd with the trivial C card`,
      "ratio",
      ratios(c, socket),
      placement === "unpinned" ? ">= 1.4" : ">= 2",
    ),
    figure("  the same as `madoguchi card` runs it, with its live view", "ratio", ratios(c, words)),
    figure("  our service", "per-second", perSecond(socket)),
    figure("  our card behind pcscd and vpcd", "per-second", perSecond(ours)),
    figure("  trivial C card behind pcscd and vpcd", "per-second", perSecond(c)),
  ];
}

async function insertionFigure({ surroundings, client, ours }: Chain): Promise<Figure> {
  const anywhere = (round: number): number => (round * 37) % POLL_MS;
  const us = await measureInsertions(surroundings, client, SLOTS.ours.reader, ours, INSERTIONS, anywhere);
  return figure(
    "insertion to event, pcscd and vpcd",
    "ms",
    us.map((value) => value / 1_000),
  );
}
