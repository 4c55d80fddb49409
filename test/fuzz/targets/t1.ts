import { decodeBlock, encodeBlock } from "../../../devices/t1/block.ts";
import type { Edc } from "../../../devices/t1/edc.ts";
import { T1InterfaceDevice } from "../../../devices/t1/interface-device.ts";
import { T1Parser } from "../../../devices/t1/parser.ts";
import { pcbRows } from "../../../devices/t1/pcb-table.ts";
import { fromHex, sameBytes } from "../../../simulator/kernel/bytes.ts";
import { ensure } from "../../../simulator/kernel/errors.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";
import type { Rng } from "../../../simulator/kernel/rng.ts";
import { CWT_MS, contactCard } from "../cards.ts";
import type { FuzzTarget } from "../target.ts";
import { VirtualLine } from "../virtual-line.ts";

const BWT_MS = 400;
/** Longer than any work of the card. */
const LONG_MS = 2_000;
const SILENCE = { parts: 1, of: 3 } as const;
const RESYNCH = fromHex("00 C0 00 C0");
const RESYNCHED = fromHex("00 E0 00 E0");
const vectors = pcbRows.flatMap((row) => row.vectors.map(({ bytes }) => fromHex(bytes)));

/** A block of any PCB that means something, with INF of any length; its EDC is right, what it says is not. */
function anyBlock(rng: Rng): Uint8Array {
  if (rng.chance({ parts: 1, of: 2 })) return rng.pick(vectors);
  const { block } = rng.pick(pcbRows);
  return encodeBlock("nr" in block ? block : { ...block, inf: rng.bytes(rng.below(256)) }, "lrc");
}

/** Characters of the line, with either EDC. */
export const t1Parser: FuzzTarget = {
  name: "t1-parser",
  input: "stream",
  message: anyBlock,
  make: (rng) => {
    let heard = "";
    const parsers = (["lrc", "crc"] as const).map((edc: Edc) => ({
      edc,
      parser: new T1Parser(edc, ({ kind }) => {
        heard = kind;
      }),
    }));
    return {
      feed(piece) {
        const isSilent = rng.chance(SILENCE);
        for (const { parser } of parsers) {
          parser.push(piece);
          if (isSilent) parser.gap();
        }
      },
      recovers() {
        for (const { edc, parser } of parsers) {
          parser.gap();
          parser.push(encodeBlock({ kind: "S-request", name: "RESYNCH", inf: new Uint8Array(0) }, edc));
          ensure(heard === "S-request", "a good block behind a silence is read");
        }
      },
    };
  },
};

/** The card's side: whatever a reader says to it, it can be brought back with S(RESYNCH) after a reset. */
export const t1Card: FuzzTarget = {
  name: "t1-card",
  input: "stream",
  message: anyBlock,
  make: (rng) => {
    const line = new VirtualLine(rng);
    let said: Uint8Array = new Uint8Array(0);
    const card = contactCard(line, rng, (block) => {
      said = block;
    });
    return {
      feed(piece) {
        card.receive(piece);
        line.passFor(piece);
      },
      recovers() {
        line.pass(LONG_MS);
        card.reset();
        card.receive(RESYNCH);
        ensure(sameBytes(said, RESYNCHED), "a card that was reset answers S(RESYNCH request)");
      },
    };
  },
};

/** The reader's side, command after command, with a real card at the other end and somebody else on the line. */
export const t1Reader: FuzzTarget = {
  name: "t1-reader",
  input: "stream",
  message: anyBlock,
  make: (rng) => {
    const line = new VirtualLine(rng);
    let isOver = false;
    let device = deviceOn(line, (block) => card.receive(block));
    const card = contactCard(line, rng, (block) => line.clock.after(1, () => device.receive(block)));
    function* commands(): Process<void> {
      while (!isOver) {
        const { kind } = yield* device.transceive(rng.bytes(4 + rng.below(300)));
        if (kind !== "dead") continue;
        card.reset();
        device = deviceOn(line, (block) => card.receive(block));
      }
    }
    let isDone = false;
    start(commands(), (outcome) => {
      if ("error" in outcome) throw outcome.error;
      isDone = true;
    });
    return {
      feed(piece) {
        device.receive(piece);
        line.passFor(piece);
      },
      recovers() {
        isOver = true;
        line.pass(10 * 60_000);
        ensure(isDone, "the command under way comes to its end");
      },
    };
  },
};

const deviceOn = (line: VirtualLine, send: (block: Uint8Array) => void): T1InterfaceDevice =>
  new T1InterfaceDevice({
    clock: line.clock,
    send: (block) => {
      ensure(decodeBlock(block, "lrc").kind !== "defect", "the reader's own blocks are blocks");
      send(block);
    },
    parameters: { ifsc: 32, bwtMs: BWT_MS, cwtMs: CWT_MS, edc: "lrc" },
  });
