import { cardApplications } from "../../devices/cards/applications/index.ts";
import { jpki, USER_CERTIFICATE } from "../../devices/cards/applications/jpki.ts";
import { CardSlot } from "../../devices/cards/card-slot.ts";
import {
  type CommandApdu,
  decodeCommand,
  encodeCommand,
  encodeResponse,
  response,
} from "../../devices/iso7816/apdu.ts";
import { readBinary, selectApplication, selectFile } from "../../devices/iso7816/commands.ts";
import { SW } from "../../devices/iso7816/status-word.ts";
import { Recorder } from "../../harness/recorder.ts";
import { VirtualClock } from "../../simulator/kernel/clock.ts";
import { type Observer, Switchboard } from "../../simulator/kernel/pco.ts";
import type { RunHeader } from "../../simulator/kernel/trace.ts";
import { benchCard } from "./card-bench-card.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, ratios, takeTurns, timeMs } from "./statistics.ts";

/** Many short rounds: one that the machine interrupts falls out of the median. */
const ROUNDS = 41;
const COMMANDS = 50_000;
/** As long as a busy scenario; more would measure what it costs to have much memory. */
const TRACED_COMMANDS = 20_000;

/** Bytes of a command in, bytes of the answer out. */
type Exchange = (command: Uint8Array) => Uint8Array;

/** One kind of command: what is sent before, what is sent in turn, and what each answer must be like. */
interface Load {
  readonly name: string;
  readonly before: readonly CommandApdu[];
  readonly commands: readonly CommandApdu[];
  readonly answerBytes: number;
  /** Commands a second of a card in Java on another machine, and what performance.md makes of it (G4). */
  readonly aim: string;
}

const LOADS: readonly Load[] = [
  {
    name: "SELECT by name",
    before: [],
    commands: cardApplications.slice(1).map(({ aid }) => selectApplication(aid)),
    answerBytes: 2,
    aim: ">= 4,000,000/s",
  },
  {
    name: "READ BINARY of 256 bytes",
    before: [selectApplication(jpki.aid), selectFile(USER_CERTIFICATE)],
    commands: [0, 256, 512, 768].map((offset) => readBinary(offset, 256)),
    answerBytes: 258,
    aim: ">= 6,000,000/s",
  },
];

/**
 * Commands a second, bytes to bytes, in one process: the card, the card in its slot, and the slot with every exchange kept
 * as evidence, each beside a bare switch (performance.md §1b, G4). The switch reads and writes its bytes with the same two
 * functions; what it has not is all that makes a card: applications, files, rights, counters, power.
 */
export function measureCardCommands(): readonly Figure[] {
  return LOADS.flatMap((load) => {
    const [bare = [], card = [], slot = [], traced = []] = takeTurns(ROUNDS, [
      () => run(bareSwitch(), load, COMMANDS),
      () => run(cardAlone(), load, COMMANDS),
      () =>
        run(
          cardInSlot(() => 1),
          load,
          COMMANDS,
        ),
      () => run(cardInSlot(new Recorder(NO_HEADER, []).observe), load, TRACED_COMMANDS),
    ]);
    const { name, aim } = load;
    return [
      figure(`${name}: card, of the bare switch's speed`, "ratio", ratios(bare, card), ">= 0.6"),
      figure(`${name}: card in a slot, nobody watching`, "ratio", ratios(bare, slot)),
      figure(`${name}: card in a slot, trace on`, "ratio", ratios(bare, traced), ">= 0.15"),
      figure("  card", "per-second", perSecond(COMMANDS, card), aim),
      figure("  card in a slot, trace on", "per-second", perSecond(COMMANDS, traced)),
      figure("  bare switch", "per-second", perSecond(COMMANDS, bare)),
    ];
  });
}

/** Only the crossings count here; a trace's first line is never written. */
const NO_HEADER = { format: 1 } as RunHeader;

/** The least that answers these commands: 9000 to SELECT, a piece of one buffer to READ BINARY, 6D00 to the rest. */
function bareSwitch(): Exchange {
  const file = new Uint8Array(2_048).fill(0x30);
  const ok = response(SW.ok);
  return (bytes) => {
    const command = decodeCommand(bytes);
    if (command === undefined) return encodeResponse(response(SW.wrongLength));
    switch (command.ins) {
      case 0xa4:
        return encodeResponse(ok);
      case 0xb0: {
        const offset = (command.p1 << 8) | command.p2;
        return encodeResponse(response(SW.ok, file.subarray(offset, offset + command.ne)));
      }
      default:
        return encodeResponse(response(SW.unknownInstruction));
    }
  };
}

function cardAlone(): Exchange {
  const card = benchCard();
  return (bytes) => {
    const command = decodeCommand(bytes);
    return encodeResponse((command === undefined ? card.refuse() : card.transmit(command)).response);
  };
}

/** As a reader has it: power, faults that could be armed, and an observer who is told of every exchange. */
function cardInSlot(observe: Observer): Exchange {
  const clock = new VirtualClock(0);
  const board = new Switchboard(clock, observe);
  const onDefect = (error: unknown): never => {
    throw error;
  };
  const slot = new CardSlot({ reader: "bench", clock, board, onDefect });
  slot.insert(benchCard());
  slot.powerOn();
  let answer: Uint8Array | undefined;
  const answered = (bytes: Uint8Array | undefined): void => {
    answer = bytes;
  };
  return (bytes) => {
    slot.exchange(bytes, answered);
    if (answer === undefined) throw new Error("the card gave no answer at once");
    return answer;
  };
}

/** Milliseconds that {@link COMMANDS} commands take, measured over `count` of them. */
function run(exchange: Exchange, { before, commands, answerBytes }: Load, count: number): number {
  const inTurn = commands.map(encodeCommand);
  for (const command of [...before, ...commands]) exchange(encodeCommand(command));
  let sent = 0;
  let received = 0;
  const ms = timeMs(() => {
    while (sent < count) {
      for (const command of inTurn) received += exchange(command).length;
      sent += inTurn.length;
    }
  });
  if (received !== sent * answerBytes) throw new Error(`${sent} answers had ${received} bytes: something was refused`);
  return (ms / sent) * COMMANDS;
}
