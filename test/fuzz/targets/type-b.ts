import { withCrc } from "../../../devices/iso14443/crc-b.ts";
import { Field } from "../../../devices/iso14443/field.ts";
import type { FrameKind } from "../../../devices/iso14443/frame.ts";
import { frameRows } from "../../../devices/iso14443/frame-rows.ts";
import { parseFrame } from "../../../devices/iso14443/parser.ts";
import { PcdTypeB } from "../../../devices/iso14443/pcd.ts";
import { writeFrame } from "../../../devices/iso14443/writer.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { ensure } from "../../../simulator/kernel/errors.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";
import type { Rng } from "../../../simulator/kernel/rng.ts";
import { exampleCard, radioCard } from "../cards.ts";
import { harmed } from "../harm.ts";
import type { FuzzTarget } from "../target.ts";
import { VirtualLine } from "../virtual-line.ts";

/** The longest frame and a little more. */
const LONGEST_FRAME_BYTES = 300;
const kinds = Object.keys(frameRows) as readonly FrameKind[];
const frames = Object.values(frameRows).flatMap(({ vectors }) => vectors.map(({ bytes }) => fromHex(bytes)));
const bodies = frames.map((frame) => frame.slice(0, -2));

/** A frame whose CRC is right; what it says is not. */
const anyFrame = (rng: Rng): Uint8Array => withCrc(harmed(rng, rng.pick(bodies)));

/** RF frames, each awaited as every kind there is. */
export const typeBFrame: FuzzTarget = {
  name: "type-b-frame",
  input: { longestMessageBytes: LONGEST_FRAME_BYTES },
  message: anyFrame,
  make: () => ({
    feed(piece) {
      for (const kind of kinds) {
        const frame = parseFrame(piece, [kind]);
        if (frame.kind !== "defect") writeFrame(frame);
      }
    },
  }),
};

/** A card in the field of a reader that says anything. */
export const typeBCard: FuzzTarget = {
  name: "type-b-card",
  input: { longestMessageBytes: LONGEST_FRAME_BYTES },
  message: anyFrame,
  make: (rng) => {
    const line = new VirtualLine(rng);
    let said: Uint8Array = new Uint8Array(0);
    const card = radioCard(line, rng, (frame) => {
      said = frame;
    });
    card.fieldOn();
    return {
      feed(piece) {
        card.receive(piece);
        line.passFor(piece);
        if (said[0] === ATQB) card.receive(attribFor(said)); // else nothing would ever get past the activation
        said = new Uint8Array(0);
      },
      recovers() {
        card.fieldOn();
        card.receive(writeFrame({ kind: "WUPB", afi: 0, slots: 1, extendedAtqb: false }));
        ensure(said[0] === ATQB, "a card in a new field answers WUPB");
      },
    };
  },
};

/** A reader with a card before it, and with frames in the air that are nobody's. */
export const typeBReader: FuzzTarget = {
  name: "type-b-reader",
  input: { longestMessageBytes: LONGEST_FRAME_BYTES },
  message: anyFrame,
  make: (rng) => {
    const line = new VirtualLine(rng);
    let isOver = false;
    let isDone = false;
    const field = new Field({
      toReader: (frame) => pcd.receive(frame),
      air: (frame) => (isOver ? frame : rng.chance({ parts: 1, of: 8 }) ? harmed(rng, frame) : frame),
    });
    const pcd = new PcdTypeB({
      clock: line.clock,
      send: (frame) => field.transmit(frame),
      field: (isOn) => field.power(isOn),
      frameAllowanceMs: 0,
    });
    field.enter(radioCard(line, rng, (frame) => field.carry(frame)));
    function* commands(): Process<void> {
      while (!isOver) {
        yield* pcd.activate();
        while (!isOver && pcd.atr !== undefined) {
          yield* pcd.transceive(rng.bytes(4 + rng.below(300)));
          yield* pcd.presence();
        }
        yield* pcd.resetField();
      }
    }
    start(commands(), (outcome) => {
      if ("error" in outcome) throw outcome.error;
      isDone = true;
    });
    return {
      feed(piece) {
        pcd.receive(piece);
        line.passFor(piece);
      },
      recovers() {
        isOver = true;
        line.pass(10 * 60_000);
        ensure(isDone, "the command under way comes to its end");
        let found: unknown;
        start(pcd.activate(), (outcome) => {
          found = "value" in outcome ? outcome.value : outcome.error;
        });
        line.pass(60_000);
        ensure(typeof found === "object", "the card is found when the air is clear again");
      },
    };
  },
};

const ATQB = 0x50;

/** Chooses the card whose ATQB this is. */
const attribFor = (atqb: Uint8Array): Uint8Array =>
  writeFrame({
    kind: "ATTRIB",
    pupi: atqb.slice(1, 5),
    timing: 0,
    bitRates: 0,
    fsdi: 8,
    protocolType: exampleCard.protocolType,
    cid: 0,
  });
