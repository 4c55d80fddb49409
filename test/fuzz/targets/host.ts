import { ANSWER, COMMAND_STATUS } from "../../../devices/ccid/constants.ts";
import { type CcidFrame, frame } from "../../../devices/ccid/frame.ts";
import { kindOf } from "../../../devices/ccid/messages.ts";
import { isDefect, parseFrame } from "../../../devices/ccid/parser.ts";
import { CcidHost } from "../../../devices/ccid-host/ccid-host.ts";
import { EXTENDED_MAX_MESSAGE_BYTES } from "../../../devices/ccid-serial/constants.ts";
import { encodeMessage } from "../../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../../devices/ccid-serial/parser.ts";
import { lineVectors } from "../../../devices/ccid-serial/vectors.ts";
import { atrVectors } from "../../../devices/iso7816/atr-decode.ts";
import { pcbRows } from "../../../devices/t1/pcb-table.ts";
import { loopback } from "../../../devices/transports/loopback.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { ensure } from "../../../simulator/kernel/errors.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";
import type { Rng } from "../../../simulator/kernel/rng.ts";
import type { FuzzTarget } from "../target.ts";
import { VirtualLine } from "../virtual-line.ts";

const lines = lineVectors.map(({ bytes }) => fromHex(bytes));
const atrs = atrVectors.map(({ atr }) => fromHex(atr));
const blocks = pcbRows.flatMap((row) => row.vectors.map(({ bytes }) => fromHex(bytes)));
const CHAINS = [0x00, 0x00, 0x01, 0x02, 0x03];
/** A command that no byte disturbs any more ends within its longest wait, 255 times 3 s. */
const LONGEST_WAIT_MS = 255 * 3_000 * 4;

/** A program's side of a reader that says anything: what it is told to say, and now and then the answer it was asked for. */
function hostTarget(name: string, level: "tpdu" | "apdu"): FuzzTarget {
  return {
    name,
    input: "stream",
    message: (rng) => rng.pick(lines),
    make: (rng) => {
      const line = new VirtualLine(rng);
      const [transport, reader] = loopback(line.clock, "wire");
      const host = new CcidHost({ clock: line.clock, transport, level, maxMessageBytes: EXTENDED_MAX_MESSAGE_BYTES });
      let asked: CcidFrame | undefined;
      const parser = new LineParser(EXTENDED_MAX_MESSAGE_BYTES, (event) => {
        const command = event.kind === "message" ? parseFrame(event.bytes) : undefined;
        if (command !== undefined && !isDefect(command)) asked = command;
      });
      reader.onBytes((bytes) => parser.push(bytes));
      let isOver = false;
      let isDone = false;
      start(
        use(host, rng, () => isOver),
        (outcome) => {
          if ("error" in outcome) throw outcome.error;
          isDone = true;
        },
      );
      return {
        feed(piece) {
          reader.send(piece);
          line.passFor(piece);
          if (asked === undefined || !rng.chance({ parts: 1, of: 2 })) return;
          line.pass(150); // behind a gap, or it would be the rest of a frame that has begun
          reader.send(encodeMessage(answerTo(asked, rng)));
          asked = undefined;
          line.pass(1);
        },
        recovers() {
          isOver = true;
          line.pass(LONGEST_WAIT_MS);
          ensure(isDone, "the command under way comes to its end");
        },
      };
    },
  };
}

/** The host runs T=1 itself. */
export const hostOfBlocks = hostTarget("host-of-blocks", "tpdu");
/** The reader takes whole APDUs. */
export const hostOfApdus = hostTarget("host-of-apdus", "apdu");

function* use(host: CcidHost, rng: Rng, isOver: () => boolean): Process<void> {
  while (!isOver()) {
    yield* host.open();
    yield* host.isPresent();
    yield* host.powerOn();
    for (let left = rng.below(8); left > 0 && !isOver(); left--) yield* host.transmit(rng.bytes(4 + rng.below(300)));
    yield* host.powerOff();
  }
}

/** An answer of the right type, number and slot; what it says is anybody's guess. */
function answerTo({ type, slot, sequence }: CcidFrame, rng: Rng): CcidFrame {
  return frame(kindOf(type)?.answeredBy ?? ANSWER.slotStatus, {
    slot,
    sequence,
    b7: rng.pick([COMMAND_STATUS.ok, COMMAND_STATUS.ok, COMMAND_STATUS.timeExtension, rng.below(256)]),
    b8: rng.below(3),
    b9: rng.pick(CHAINS),
    data: rng.pick([...atrs, ...blocks, rng.bytes(rng.below(300))]),
  });
}
