import { describe, expect, it } from "vitest";
import { MAX_BLOCKS_PER_COMMAND } from "../../../devices/t1/constants.ts";
import { T1InterfaceDevice } from "../../../devices/t1/interface-device.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { BWT_MS, Conversation } from "./conversation.ts";

const SELECT = "00 A4 04 0C";
const I0_SELECT = "00 00 04 00 A4 04 0C A8";
const I1_SELECT = "00 40 04 00 A4 04 0C E8";
const I0_9000 = "00 00 02 90 00 92";
const I1_9000 = "00 40 02 90 00 D2";
const DAMAGED = "00 00 02 90 00 93";
const [R0, R1] = ["00 80 00 80", "00 90 00 90"];
const [R0_EDC, R0_OTHER, R1_EDC, R1_OTHER] = ["00 81 00 81", "00 82 00 82", "00 91 00 91", "00 92 00 92"];
const [RESYNCH, RESYNCHED] = ["00 C0 00 C0", "00 E0 00 E0"];
const [IFS, IFS_SET] = ["00 C1 01 FE 3E", "00 E1 01 FE 1E"];

describe("rule 1: numbers", () => {
  it("start at 0 and toggle with each new I block", () => {
    const talk = new Conversation().script([I0_9000, I1_9000, I0_9000]);
    expect([talk.transceive(SELECT), talk.transceive(SELECT), talk.transceive(SELECT)]).toEqual([
      "9000",
      "9000",
      "9000",
    ]);
    expect(talk.blocks).toEqual([I0_SELECT, I1_SELECT, I0_SELECT]);
  });

  it("an I block with the wrong number is not the answer", () => {
    const talk = new Conversation().script(["00 40 02 6A 82 AA", I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual([I0_SELECT, R0_OTHER]);
  });
});

describe("rules 2 and 3: confirmation and chains", () => {
  it("the chain of the reference at IFSC 6", () => {
    const talk = new Conversation({ ifsc: 6 }).script([R1, I0_9000]);
    expect(talk.transceive("00 D6 00 00 05 A1 A2 A3 A4 A5")).toBe("9000");
    expect(talk.blocks).toEqual(["00 20 06 00 D6 00 00 05 A1 54", "00 40 04 A2 A3 A4 A5 44"]);
  });

  it.each([
    [5, ["00 05"]],
    [6, ["20 05", "40 01"]],
    [10, ["20 05", "40 05"]],
    [11, ["20 05", "60 05", "00 01"]],
  ])("a command of %i bytes at IFSC 5 takes blocks of PCB and LEN %j", (lengthBytes, pcbAndLen) => {
    const talk = new Conversation({ ifsc: 5 }).script([...[R1, R0].slice(0, pcbAndLen.length - 1), I0_9000]);
    expect(talk.transceive("01".repeat(lengthBytes))).toBe("9000");
    expect(talk.blocks.map((block) => block.slice(3, 8))).toEqual(pcbAndLen);
  });

  it("R with the same number brings the same block again, byte for byte", () => {
    const talk = new Conversation().script([R0, R0_EDC, I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual([I0_SELECT, I0_SELECT, I0_SELECT]);
  });

  it("R with the next number behind the last block is no answer", () => {
    const talk = new Conversation().script([R1, I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual([I0_SELECT, R0_OTHER]);
  });

  it("each piece of the card's chain is confirmed with the next number, and the answer joined", () => {
    const talk = new Conversation().script(["00 20 02 01 02 21", "00 60 02 03 04 65", I0_9000]);
    expect(talk.transceive(SELECT)).toBe("010203049000");
    expect(talk.blocks).toEqual([I0_SELECT, R1, R0]);
  });

  it("an answer longer than allowed is a protocol error, and the next command begins with RESYNCH", () => {
    const talk = new Conversation({ maxAnswerBytes: 3 }).script([
      "00 20 02 01 02 21",
      "00 60 02 03 04 65",
      RESYNCHED,
      I0_9000,
    ]);
    expect(talk.transceive(SELECT)).toMatchObject({ kind: "protocol-error", why: "answer-too-long", powerOff: false });
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual([I0_SELECT, R1, RESYNCH, I0_SELECT]);
  });

  it("a chain of empty pieces without end ends at the bound", () => {
    let count = 0;
    const device: T1InterfaceDevice = new T1InterfaceDevice({
      clock: new VirtualClock(0),
      parameters: { ifsc: 32, bwtMs: 1, cwtMs: 1, edc: "lrc" },
      send: () => device.receive(fromHex(count++ % 2 === 0 ? "00 20 00 20" : "00 60 00 60")),
    });
    const { value } = device.transceive(fromHex(SELECT)).next();
    expect(value).toEqual({ kind: "protocol-error", why: "too-many-blocks", powerOff: false });
    expect(count).toBe(MAX_BLOCKS_PER_COMMAND);
  });
});

describe("rule 4: waiting time", () => {
  const WTX = "00 C3 01 02 C0";
  const GRANTED = "00 E3 01 02 E0";

  it("S(WTX request) is granted with the same byte, and its user told", () => {
    const told: number[] = [];
    const talk = new Conversation({ onWaitingTime: (multiplier) => told.push(multiplier) }).script([WTX, I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual([I0_SELECT, GRANTED]);
    expect(told).toEqual([2]);
  });

  it.each([
    [1, "00 C3 01 01 C3"],
    [59, "00 C3 01 3B F9"],
    [255, "00 C3 01 FF 3D"],
  ])("multiplied by %i, for the next block only", (multiplier, request) => {
    const talk = new Conversation().script([request, undefined, undefined, I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
    const waits = talk.sent.map(({ atMs }, index) => atMs - (talk.sent[index - 1]?.atMs ?? 0));
    expect(waits).toEqual([0, 1, multiplier * BWT_MS, BWT_MS]);
    expect(talk.blocks.slice(2)).toEqual([R0_OTHER, R0_OTHER]);
  });

  it("an answer within the multiplied time is taken", () => {
    const talk = new Conversation().script([WTX, { afterMs: 2 * BWT_MS - 1, bytes: I0_9000 }]);
    expect(talk.transceive(SELECT)).toBe("9000");
  });

  it("granting is not a try: a hundred requests, then two slips, then the answer", () => {
    const talk = new Conversation().script([...Array.from({ length: 100 }, () => WTX), DAMAGED, DAMAGED, I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
  });

  it("an R block brings the grant again, with its multiplied wait", () => {
    const talk = new Conversation().script([WTX, R1_EDC, { afterMs: 2 * BWT_MS - 1, bytes: I0_9000 }]);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual([I0_SELECT, GRANTED, GRANTED]);
  });

  it("between two pieces of a command R with the next number confirms, and R with an error asks for the grant again", () => {
    const talk = new Conversation({ ifsc: 3 }).script([WTX, R1_EDC, R1, I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual(["00 20 03 00 A4 04 83", GRANTED, GRANTED, "00 40 01 0C 4D"]);
  });

  it("a card that wants more time without end is given up", () => {
    const device: T1InterfaceDevice = new T1InterfaceDevice({
      clock: new VirtualClock(0),
      parameters: { ifsc: 32, bwtMs: 1, cwtMs: 1, edc: "lrc" },
      send: () => device.receive(fromHex(WTX)),
    });
    expect(device.transceive(fromHex(SELECT)).next().value).toMatchObject({ why: "endless-requests" });
  });
});

describe("rule 5: size of the information field", () => {
  it("S(IFS request) FE is sent once, before the first I block", () => {
    const talk = new Conversation().script([IFS_SET, I0_9000]);
    expect(talk.run(talk.device.negotiate())).toEqual({ kind: "negotiated" });
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual([IFS, I0_SELECT]);
  });

  it("S(IFS response) with another size is none, nor is R: the request is sent thrice", () => {
    const talk = new Conversation().script(["00 E1 01 20 C0", undefined, R0, IFS_SET]);
    expect(talk.run(talk.device.negotiate())).toMatchObject({ kind: "protocol-error", powerOff: true });
    expect(talk.blocks).toEqual([IFS, IFS, IFS]);
  });

  it("the card's request is answered with the same byte, and its size holds from the next piece on", () => {
    const talk = new Conversation({ ifsc: 2 }).script(["00 C1 01 04 C4", R1, I0_9000]);
    expect(talk.transceive(`${SELECT} 01`)).toBe("9000");
    expect(talk.blocks).toEqual(["00 20 02 00 A4 86", "00 E1 01 04 E4", "00 40 03 04 0C 01 4A"]);
  });

  it.each(["00 C1 01 00 C0", "00 C1 01 FF 3F"])("the size of %s is refused", (request) => {
    const talk = new Conversation({ ifsc: 3 }).script([request, R1, I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual(["00 20 03 00 A4 04 83", R0_OTHER, "00 40 01 0C 4D"]);
  });

  it("a size no block can have is misuse", () => {
    expect(() => new Conversation({ ifsd: 255 })).toThrow(MisuseError);
    expect(() => new Conversation({ ifsc: 0 })).toThrow("parameters.ifsc");
  });
});

describe("rules 6 and 7: slips", () => {
  it("a wrong EDC is answered with 81, another defect with 82, silence with 82", () => {
    for (const [reply, complaint] of [
      [DAMAGED, R0_EDC],
      ["00 00 FF 01 02", R0_OTHER],
      ["00 80 01 00 81", R0_OTHER],
      ["00 C3 00 C3", R0_OTHER],
      [undefined, R0_OTHER],
    ] as const) {
      const talk = new Conversation().script([reply, I0_9000]);
      expect(talk.transceive(SELECT)).toBe("9000");
      expect(talk.blocks).toEqual([I0_SELECT, complaint]);
    }
  });

  it("a bad answer to an R block brings the same R block again", () => {
    const talk = new Conversation().script([DAMAGED, undefined, I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual([I0_SELECT, R0_EDC, R0_EDC]);
  });

  it("damage to R and S blocks does not end a chain", () => {
    const talk = new Conversation({ ifsc: 3 }).script(["00 90 00 91", R1, "00 C3 01 02 C1", "00 C3 01 02 C0", I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual(["00 20 03 00 A4 04 83", R0_EDC, "00 40 01 0C 4D", R0_EDC, "00 E3 01 02 E0"]);
  });

  it("the first block of a session is sent thrice, then the card is to be powered off, and the session is over", () => {
    const talk = new Conversation().script([], DAMAGED);
    expect(talk.transceive(SELECT)).toEqual({ kind: "protocol-error", why: "edc", powerOff: true });
    expect(talk.blocks).toEqual([I0_SELECT, R0_EDC, R0_EDC]);
    expect(talk.transceive(SELECT)).toEqual({ kind: "dead" });
  });

  it("a card that never says anything is mute", () => {
    const talk = new Conversation().script([]);
    expect(talk.transceive(SELECT)).toEqual({ kind: "mute", powerOff: true });
    expect(talk.clock.nowMs).toBe(3 * BWT_MS);
  });

  it("later, three tries are followed by RESYNCH, both numbers 0, and the command anew", () => {
    const talk = new Conversation({ ifsc: 3 }).script([
      R1,
      I0_9000,
      R1,
      DAMAGED,
      DAMAGED,
      DAMAGED,
      RESYNCHED,
      R1,
      I0_9000,
    ]);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.transceive("00 01 02 03")).toBe("9000");
    expect(talk.blocks.slice(2)).toEqual([
      "00 20 03 00 01 02 20",
      "00 40 01 03 42",
      R1_EDC,
      R1_EDC,
      RESYNCH,
      "00 20 03 00 01 02 20",
      "00 40 01 03 42",
    ]);
  });

  it("three RESYNCH without answer and the session is dead: nothing more is sent", () => {
    const talk = new Conversation().script([I0_9000], DAMAGED);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.transceive(SELECT)).toEqual({ kind: "dead" });
    expect(talk.blocks.slice(1)).toEqual([I1_SELECT, R1_EDC, R1_EDC, RESYNCH, RESYNCH, RESYNCH]);
    expect(talk.transceive(SELECT)).toEqual({ kind: "dead" });
    expect(talk.sent).toHaveLength(7);
  });

  it("a card that answers RESYNCH and nothing else is given up after three of them", () => {
    const talk = new Conversation().script([
      I0_9000,
      ...Array.from({ length: 4 }, () => [R1, R1, R1, RESYNCHED]).flat(),
    ]);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.transceive(SELECT)).toMatchObject({ kind: "protocol-error" });
    expect(talk.blocks.filter((block) => block === RESYNCH)).toHaveLength(3);
  });

  it("a card that keeps to the wrong number is given up", () => {
    const talk = new Conversation().script([I0_9000, undefined], I0_9000);
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.transceive(SELECT)).toEqual({ kind: "dead" });
    expect(talk.blocks).toEqual([I0_SELECT, I1_SELECT, R1_OTHER, R1_OTHER, RESYNCH, RESYNCH, RESYNCH]);
  });
});

describe("rule 8: ABORT", () => {
  it("is confirmed, and the chain dropped; the next command goes on with the next number", () => {
    const talk = new Conversation().script(["00 20 02 01 02 21", "00 C2 00 C2", undefined, I1_9000]);
    expect(talk.transceive(SELECT)).toEqual({ kind: "aborted" });
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual([I0_SELECT, R1, "00 E2 00 E2", I1_SELECT]);
  });
});

describe("the user's end", () => {
  it("abandon ends the command, and the next one begins with RESYNCH", () => {
    const talk = new Conversation().script([I0_9000, undefined, RESYNCHED, I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
    talk.clock.after(10, () => talk.device.abandon());
    expect(talk.transceive(SELECT)).toEqual({ kind: "aborted" });
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual([I0_SELECT, I1_SELECT, RESYNCH, I0_SELECT]);
  });

  it("a process that is dropped leaves a session that mends itself", () => {
    const talk = new Conversation().script([I0_9000, undefined, RESYNCHED, I0_9000]);
    expect(talk.transceive(SELECT)).toBe("9000");
    const dropped = talk.device.transceive(fromHex(SELECT));
    dropped.next();
    dropped.return({ kind: "aborted" });
    expect(talk.transceive(SELECT)).toBe("9000");
  });

  it("a block that began in time may end later; characters that never pause are cut off", () => {
    const late = new Conversation();
    late.script([{ afterMs: BWT_MS - 1, bytes: "00 00 02" }, undefined, undefined]);
    late.clock.after(BWT_MS + 5, () => late.device.receive(fromHex("90 00 92")));
    expect(late.transceive(SELECT)).toBe("9000");

    const babble = new Conversation().script([]);
    let left = 2_000;
    const speak = (): void => {
      babble.device.receive(fromHex("00 00 FF"));
      if (--left > 0) babble.clock.after(5, speak);
    };
    babble.clock.after(1, speak);
    expect(babble.transceive(SELECT)).toMatchObject({ kind: "protocol-error", powerOff: true });
  });

  it("what the card says unasked is not heard", () => {
    const talk = new Conversation().script([I0_9000]);
    talk.device.receive(fromHex("00 00 02 6A 82 EA"));
    talk.device.receive(fromHex("00 00 02"));
    expect(talk.transceive(SELECT)).toBe("9000");
    expect(talk.blocks).toEqual([I0_SELECT]);
  });
});
