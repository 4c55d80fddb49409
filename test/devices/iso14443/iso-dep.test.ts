import { describe, expect, it } from "vitest";
import { withCrc } from "../../../devices/iso14443/crc-b.ts";
import type { Air } from "../../../devices/iso14443/field.ts";
import { PcdTypeB } from "../../../devices/iso14443/pcd.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { start } from "../../../simulator/kernel/process.ts";
import { type AtReader, atReader, damaging, flipped, isI, slow, type TimedAnswer } from "./reader.ts";

const SELECT = "00A4040C0AD392F000260100000001";
const I0 = "> 0200A4040C0AD392F0002601000000012554";

/** Answers the command itself and 9000. */
const echo: TimedAnswer = (command, answered) => answered(Uint8Array.of(...command, 0x90, 0x00));

describe("a command over blocks", () => {
  it("is one I block each way, with numbers that alternate from 0", () => {
    const { send, frames } = atReader().activated();
    expect([send(SELECT), send(SELECT), send(SELECT)]).toEqual(["9000", "9000", "9000"]);
    expect(frames[0]).toBe(I0);
    expect(frames[1]).toBe("< 029000296A");
    expect(frames[3]).toBe("< 039000F530");
    expect(frames.slice(4)).toEqual(frames.slice(0, 2));
  });

  it.each([
    [0, 16],
    [4, 48],
    [8, 256],
  ] as const)("to a card of frame code %i fills no frame over %i bytes and arrives whole", (maxFrameCode, bytes) => {
    const { send, frames } = atReader({ cards: [{ card: { maxFrameCode }, answer: echo }] }).activated();
    const command = "A5".repeat(300);
    expect(send(command)).toBe(`${command}9000`);
    const sent = frames.filter((frame) => frame.startsWith(">")).map((frame) => (frame.length - 2) / 2);
    expect(Math.max(...sent)).toBe(bytes);
    const received = frames.filter((frame) => frame.startsWith("<")).map((frame) => (frame.length - 2) / 2);
    expect(Math.max(...received)).toBe(256);
  });

  it("that is chained goes on after R(ACK) of the same number, and its chained answer after R(ACK) of the next", () => {
    const answer: TimedAnswer = (_command, answered) => answered(new Uint8Array(300));
    const { send, frames } = atReader({ cards: [{ card: { maxFrameCode: 0 }, answer }] }).activated();
    send("A5".repeat(14));
    const pcbs = frames.map((frame) => frame.slice(0, 4));
    expect(pcbs).toEqual(["> 12", "< A2", "> 03", "< 13", "> A2", "< 02"]);
  });

  it("with no bytes at all is an empty block, and its answer comes", () => {
    expect(atReader().activated().send("")).toBe("9000");
  });

  it("of the longest length goes through, one longer finds a mute card", () => {
    const { send } = atReader({
      cards: [{ answer: (command, answered) => answered(command.slice(0, 2)) }],
    }).activated();
    expect(send("0011".repeat(32_772))).toBe("0011");
    expect(send("0011".repeat(32_773))).toBe("removed");
  });
});

describe("a damaged or missing answer", () => {
  it("is asked for by R(NAK) of the current number, and the card says it again", () => {
    for (const harm of [flipped, () => undefined]) {
      const air = damaging("to-reader", (frame, seen) => (seen === 2 ? harm(frame) : frame));
      const { send, frames } = atReader({ air }).activated();
      expect(send(SELECT)).toBe("9000");
      expect(frames).toEqual([I0, "< 029000296A", "> B2E166", "< 029000296A"]);
    }
  });

  it("three times in a row ends with S(DESELECT) and a failure that names it", () => {
    const air = damaging("to-reader", (frame) => (isI(frame) ? flipped(frame) : frame));
    const { send, frames } = atReader({ air }).activated();
    expect(send(SELECT)).toBe("damaged");
    expect(frames.filter((frame) => frame.startsWith(">"))).toEqual([I0, "> B2E166", "> B2E166", "> C26615"]);
    expect(frames.at(-1)).toBe("< C26615");
  });

  it("of nothing, from a card that still hears, is silence and no removal", () => {
    const air = damaging("to-reader", (frame) => (isI(frame) ? undefined : frame));
    expect(atReader({ air }).activated().send(SELECT)).toBe("silent");
  });

  it("in the middle of the card's chain is asked for by R(ACK) again", () => {
    const answer: TimedAnswer = (_command, answered) => answered(Uint8Array.from({ length: 600 }, (_, index) => index));
    const air = damaging("to-reader", (frame, seen) => (seen === 3 ? flipped(frame) : frame));
    const { send, frames } = atReader({ cards: [{ answer }], air }).activated();
    expect(send(SELECT)).toBe(toHex(Uint8Array.from({ length: 600 }, (_, index) => index)));
    expect(frames.map((frame) => frame.slice(0, 4))).toEqual([
      "> 02",
      "< 12",
      "> A3",
      "< 13",
      "> A3",
      "< 13",
      "> A2",
      "< 02",
    ]);
  });

  it("because the command never arrived has the command sent again", () => {
    const air = damaging("to-card", (frame, seen) => (seen === 2 ? flipped(frame) : frame));
    const { send, frames } = atReader({ air }).activated();
    expect(send(SELECT)).toBe("9000");
    expect(frames).toEqual([I0, "> B2E166", "< A3E967", I0, "< 029000296A"]);
  });

  it("of R(ACK) with another number, again and again, is given up", () => {
    const air = damaging("to-reader", (frame) => (isI(frame) ? withCrc(fromHex("A3")) : frame));
    const { send, frames } = atReader({ air }).activated();
    expect(send(SELECT)).toBe("wrong-block");
    expect(frames.length).toBeLessThan(20);
  });

  it("counts anew after a granted S(WTX)", () => {
    const bad = new Set([2, 3, 5, 6]);
    const air = damaging("to-reader", (frame, seen) => (bad.has(seen) ? flipped(frame) : frame));
    const reader = atReader({ cards: [{ answer: slow(45), wtxFactor: 1 }], air }).activated();
    expect(reader.send(SELECT)).toBe("9000");
  });

  it("to S(DESELECT) that nobody can read has the field taken away, for the card may not have heard it", () => {
    const switched: boolean[] = [];
    const script = ["50 01020304 00000000 338181", "00", "63", "63", "63", "63"].map((body) => fromHex(body));
    const clock = new VirtualClock(0);
    const pcd: PcdTypeB = new PcdTypeB({
      clock,
      send: () => pcd.receive(withCrc(script.shift() ?? new Uint8Array(0))),
      field: (on) => switched.push(on),
      frameAllowanceMs: 0,
    });
    const outcomes: unknown[] = [];
    start(pcd.activate(), () => start(pcd.transceive(fromHex(SELECT)), (outcome) => outcomes.push(outcome)));
    clock.runUntilIdle(1_000);
    expect(outcomes).toEqual([{ value: { kind: "protocol-error", why: "wrong-block" } }]);
    expect(switched).toEqual([true, false, true]);
  });

  it("with the number of another block is none", () => {
    const air = damaging("to-reader", (frame, seen) => (seen === 2 ? withCrc(fromHex("03 6300")) : frame));
    expect(atReader({ air }).activated().send(SELECT)).toBe("9000");
  });
});

describe("S(WTX)", () => {
  it("is granted with its factor, and the wait is FWT times the factor", () => {
    const reader = atReader({ cards: [{ answer: slow(1_400), wtxFactor: 59 }] }).activated();
    expect(reader.send(SELECT)).toBe("9000");
    expect(reader.frames.map((frame) => frame.slice(0, 6))).toEqual(["> 0200", "< F23B", "> F23B", "< 0290"]);
  });

  it("is granted again and again while the chip works", () => {
    const reader = atReader({ cards: [{ answer: slow(1_000), wtxFactor: 1 }] }).activated();
    expect(reader.send(SELECT)).toBe("9000");
    expect(reader.frames.filter((frame) => frame.startsWith("< F201")).length).toBeGreaterThan(10);
    expect(reader.frames.some((frame) => frame.startsWith("> B"))).toBe(false);
  });

  it.each([0, 60, 63])("with factor %i is refused as a wrong block", (wtxFactor) => {
    const reader = atReader({ cards: [{ answer: slow(1_000), wtxFactor }] }).activated();
    expect(reader.send(SELECT)).toBe("wrong-block");
    expect(reader.frames.some((frame) => frame.startsWith("> F2"))).toBe(false);
    expect(reader.frames.at(-1)).toBe("< C26615");
  });

  it("without end is given up", () => {
    const { send, frames } = atReader({ cards: [{ answer: () => undefined }] }).activated();
    expect(send(SELECT)).toBe("waiting-without-end");
    expect(frames.length).toBeLessThan(210);
  });

  it("whose grant is lost is asked for again, and the answer that was ready meanwhile comes", () => {
    let grants = 0;
    const lossy: Air = (frame, way) => (way === "to-card" && frame[0] === 0xf2 && grants++ === 0 ? undefined : frame);
    const reader = atReader({ cards: [{ answer: slow(45), wtxFactor: 1 }], air: lossy }).activated();
    expect(reader.send(SELECT)).toBe("9000");
    expect(reader.frames.map((frame) => frame.slice(0, 4))).toEqual([
      "> 02",
      "< F2",
      "> F2",
      "> B2",
      "< F2",
      "> F2",
      "< 02",
    ]);
  });

  it("is not needed by FWI 14: the answer is waited for to its last moment", () => {
    const reader = atReader({ cards: [{ answer: slow(2_400), card: { fwi: 14 } }] }).activated();
    expect(reader.send(SELECT)).toBe("9000");
    expect(reader.frames.length).toBe(2);
  });
});

describe("a card taken away", () => {
  const takenAt = (first: number): AtReader => {
    const long: TimedAnswer = (_command, answered) => answered(new Uint8Array(600));
    let done = false;
    const reader: AtReader = atReader({
      cards: [{ answer: first === 0xf2 ? slow(500) : long }],
      air: (frame, way) => {
        const [card] = reader.piccs;
        if (way === "to-card" && frame[0] === first && !done && card !== undefined) {
          done = true;
          reader.field.leave(card);
        }
        return frame;
      },
    });
    return reader.activated();
  };

  it.each([
    ["I", 0x02],
    ["R", 0xa3],
    ["S", 0xf2],
  ])("during an %s block is a removal, and the next card is found", (_kind, first) => {
    const reader = takenAt(first);
    expect(reader.send(SELECT)).toBe("removed");
    expect(reader.pcd.atr).toBeUndefined();
    const [card] = reader.piccs;
    if (card !== undefined) reader.field.enter(card);
    expect(reader.run(reader.pcd.activate())).toMatchObject({ atqb: { kind: "ATQB" } });
  });

  it("is missed at the next question, within the poll time and not after FWT", () => {
    const { run, pcd, field, piccs, clock } = atReader({ cards: [{ card: { fwi: 14 } }] }).activated();
    expect(run(pcd.presence())).toBe("present");
    for (const picc of piccs) field.leave(picc);
    const from = clock.nowMs;
    expect(run(pcd.presence())).toBe("removed");
    expect(clock.nowMs - from).toBeLessThan(60);
    expect(run(pcd.presence())).toBe("removed");
  });

  it("and a chip gone mute look the same, and a mute one is found again", () => {
    const { send, run, pcd } = atReader({
      cards: [{ answer: (_command, answered) => answered(undefined) }],
    }).activated();
    expect(send(SELECT)).toBe("removed");
    expect(run(pcd.poll())).toMatchObject({ kind: "ATQB" });
  });
});

describe("the question whether the card is still there", () => {
  it("is R(NAK) of the current number, answered by R(ACK), and disturbs neither numbers nor chip", () => {
    const { send, run, pcd, frames, power } = atReader().activated();
    expect(run(pcd.presence())).toBe("present");
    expect(send(SELECT)).toBe("9000");
    frames.length = 0;
    for (let times = 0; times < 3; times++) expect(run(pcd.presence())).toBe("present");
    expect(frames.slice(0, 2)).toEqual(["> B36877", "< A26076"]);
    expect(send(SELECT)).toBe("9000");
    expect(power).toEqual([true]);
  });

  it("may be missed once, or be answered badly, without being a removal", () => {
    for (const harm of [flipped, () => undefined]) {
      const air = damaging("to-reader", (frame, seen) => (seen === 2 ? harm(frame) : frame));
      const { run, pcd, send } = atReader({ air }).activated();
      expect(run(pcd.presence())).toBe("present");
      expect(send(SELECT)).toBe("9000");
    }
  });
});

describe("an abandoned command", () => {
  it("leaves no timer of the reader behind, and a new field makes everything good", () => {
    const { pcd, run, send, clock } = atReader({ cards: [{ answer: () => undefined }] }).activated();
    const abandon = start(pcd.transceive(fromHex(SELECT)), () => undefined);
    abandon();
    run(pcd.resetField());
    expect(clock.pending).toBe(0);
    expect(run(pcd.activate())).toMatchObject({ atqb: { kind: "ATQB" } });
    expect(send(SELECT)).toBe("waiting-without-end");
  });
});
