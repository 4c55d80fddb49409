import { describe, expect, it } from "vitest";
import { T1Card } from "../../../devices/t1/card.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";

const WTX_EVERY_MS = 500;
const CWT_MS = 10;

/** A card on a line: says what it sends back for bytes, and what after a while. */
class Bench {
  readonly clock = new VirtualClock(0);
  readonly commands: string[] = [];
  readonly card: T1Card;
  /** What the applications answer, after how long. */
  response: string | undefined = "90 00";
  workMs = 0;
  #sent: string[] = [];

  constructor(ifsc = 32, lenient = false) {
    this.card = new T1Card({
      clock: this.clock,
      send: (bytes) => this.#sent.push(toHex(bytes).replace(/(..)(?!$)/g, "$1 ")),
      answer: (command, answered) => {
        this.commands.push(toHex(command));
        const { response } = this;
        const answer = (): void => answered(response === undefined ? undefined : fromHex(response));
        if (this.workMs === 0) answer();
        else this.clock.after(this.workMs, answer);
      },
      ifsc,
      edc: "lrc",
      wtxEveryMs: WTX_EVERY_MS,
      cwtMs: CWT_MS,
      lenient,
    });
  }

  /** Sends bytes, lets `thenMs` pass, and gives what the card sent. */
  say(bytes: string, thenMs = 0): readonly string[] {
    this.card.receive(fromHex(bytes));
    return this.wait(thenMs);
  }

  wait(ms: number): readonly string[] {
    this.clock.advanceTo(this.clock.nowMs + ms);
    const sent = this.#sent;
    this.#sent = [];
    return sent;
  }
}

const I0 = "00 00 04 00 A4 04 0C A8";
const I1 = "00 40 04 00 A4 04 0C E8";
const I0_9000 = "00 00 02 90 00 92";
const I1_9000 = "00 40 02 90 00 D2";
const [R0, R1] = ["00 80 00 80", "00 90 00 90"];
const WTX = "00 C3 01 01 C3";
const GRANTED = "00 E3 01 01 E3";
const [RESYNCH, RESYNCHED] = ["00 C0 00 C0", "00 E0 00 E0"];

describe("the card's side of T=1", () => {
  it("answers commands, and counts its numbers", () => {
    const bench = new Bench();
    expect([bench.say(I0), bench.say(I1), bench.say(I0)]).toEqual([[I0_9000], [I1_9000], [I0_9000]]);
    expect(bench.commands).toEqual(["00A4040C", "00A4040C", "00A4040C"]);
  });

  it("does not run a command twice that comes twice", () => {
    const bench = new Bench();
    expect(bench.say(I0)).toEqual([I0_9000]);
    expect(bench.say(I0)).toEqual(["00 92 00 92"]);
    expect(bench.commands).toHaveLength(1);
  });

  it("joins the reader's chain, and confirms each piece with the next number", () => {
    const bench = new Bench(6);
    expect(bench.say("00 20 06 00 D6 00 00 05 A1 54")).toEqual([R1]);
    expect(bench.say("00 40 04 A2 A3 A4 A5 44")).toEqual([I0_9000]);
    expect(bench.commands).toEqual(["00D6000005A1A2A3A4A5"]);
  });

  it("refuses a piece longer than it takes", () => {
    expect(new Bench(3).say(I0)).toEqual(["00 82 00 82"]);
  });

  it("cuts its answer at the reader's size: 32 bytes, or what the reader asked for", () => {
    const bench = new Bench();
    bench.response = `${"AA".repeat(34)} 90 00`;
    expect(bench.say(I0)).toEqual([expect.stringMatching(/^00 20 20 AA/)]);
    expect(bench.say(R1)).toEqual(["00 40 04 AA AA 90 00 D4"]);
    expect(bench.say("00 C1 01 FE 3E")).toEqual(["00 E1 01 FE 1E"]);
    expect(bench.say(I1)).toEqual([expect.stringMatching(/^00 00 24 AA/)]);
  });

  it.each(["00 C1 01 00 C0", "00 C1 01 FF 3F", "00 C3 01 01 C3", "00 E3 01 01 E3", "00 00 FF"])(
    "answers %s with 82",
    (block) => {
      expect(new Bench().say(block, CWT_MS)).toEqual(["00 82 00 82"]);
    },
  );

  it("sends its last block again on R with the same number, and says what it awaits on R with the next", () => {
    const bench = new Bench();
    expect(bench.say(R0)).toEqual([R0]);
    bench.say(I0);
    expect(bench.say("00 81 00 81")).toEqual([I0_9000]);
    expect(bench.say(R1)).toEqual([R1]);
  });

  it("answers a wrong EDC with 81, and another bad block with the same R block", () => {
    const bench = new Bench();
    expect(bench.say("00 00 04 00 A4 04 0C A9")).toEqual([]);
    expect(bench.wait(CWT_MS)).toEqual(["00 81 00 81"]);
    expect(bench.say("00 00 04", CWT_MS)).toEqual(["00 81 00 81"]);
  });

  it("asks for more time while it works, and again after each grant", () => {
    const bench = new Bench();
    bench.workMs = 1_200;
    expect(bench.say(I0, 499)).toEqual([]);
    expect(bench.wait(1)).toEqual([WTX]);
    expect(bench.say(GRANTED, 500)).toEqual([WTX]);
    expect(bench.say(GRANTED, 200)).toEqual([I0_9000]);
    expect(bench.wait(10_000)).toEqual([]);
  });

  it("keeps an answer until its request has a response, and repeats the request on anything else", () => {
    const bench = new Bench();
    bench.workMs = 600;
    expect(bench.say(I0, 700)).toEqual([WTX]);
    expect([bench.say(R0), bench.say("00 E3 01 02 E0"), bench.say(GRANTED)]).toEqual([[WTX], [WTX], [I0_9000]]);
  });

  it("does not speak while it works, whatever is said", () => {
    const bench = new Bench();
    bench.workMs = 400;
    expect([bench.say(I0), bench.say(R0), bench.say(I1), bench.say("FF FF FF FF", CWT_MS)]).toEqual([[], [], [], []]);
    expect(bench.wait(400)).toEqual([I0_9000]);
  });

  it("begins anew with RESYNCH; the command before it runs to its end, and its answer is nobody's", () => {
    const bench = new Bench();
    bench.workMs = 250;
    bench.response = "6A 82";
    expect(bench.say(I0, 100)).toEqual([]);
    expect(bench.say(RESYNCH)).toEqual([RESYNCHED]);
    bench.response = "90 00";
    expect(bench.say(I0, 149)).toEqual([]);
    expect(bench.commands).toHaveLength(1);
    expect(bench.wait(251)).toEqual([I0_9000]);
    expect(bench.commands).toHaveLength(2);
  });

  it("drops its chain on ABORT", () => {
    const bench = new Bench();
    bench.response = `${"AA".repeat(40)} 90 00`;
    bench.say(I0);
    expect(bench.say("00 C2 00 C2")).toEqual(["00 E2 00 E2"]);
    expect(bench.say(R1)).toEqual([R1]);
  });

  it("is mute after a command without answer, until power-on", () => {
    const bench = new Bench();
    bench.response = undefined;
    expect([bench.say(I0), bench.say(RESYNCH), bench.say(R0)]).toEqual([[], [], []]);
    bench.response = "90 00";
    bench.card.reset();
    expect(bench.say(I0)).toEqual([I0_9000]);
  });

  it("is mute after a command no APDU is as long as", () => {
    const bench = new Bench(254);
    const piece = (pcb: string): string => `00 ${pcb} FE ${"00".repeat(254)} ${pcb === "20" ? "DE" : "9E"}`;
    let heard = 0;
    for (let count = 0; count < 300; count++) heard += bench.say(piece(count % 2 === 0 ? "20" : "60")).length;
    expect(heard).toBe(Math.floor(65_544 / 254));
  });
});

describe("a lenient card", () => {
  it("takes any number, and any length, for a new command", () => {
    const bench = new Bench(3, true);
    expect([bench.say(I1), bench.say(I1)]).toEqual([[I0_9000], [I1_9000]]);
    expect(bench.commands).toHaveLength(2);
  });

  it("agrees to IFS FF, and sends no block longer than there is", () => {
    const bench = new Bench(32, true);
    bench.response = `${"AA".repeat(300)} 90 00`;
    expect(bench.say("00 C1 01 FF 3F")).toEqual(["00 E1 01 FF 1F"]);
    expect(bench.say(I0)).toEqual([expect.stringMatching(/^00 20 FE AA/)]);
  });

  it("goes on when its piece is confirmed with the wrong number, and repeats it when R tells an error", () => {
    const bench = new Bench(32, true);
    bench.response = `${"AA".repeat(34)} 90 00`;
    const [first] = bench.say(I0);
    expect(bench.say("00 81 00 81")).toEqual([first]);
    expect(bench.say(R0)).toEqual(["00 40 04 AA AA 90 00 D4"]);
  });

  it("takes a grant that does not say how much", () => {
    const bench = new Bench(32, true);
    bench.workMs = 600;
    expect(bench.say(I0, 500)).toEqual([WTX]);
    expect(bench.say("00 E3 00 E3", 100)).toEqual([I0_9000]);
  });
});
