import { describe, expect, it } from "vitest";
import { ERROR } from "../../../devices/ccid/constants.ts";
import { answerBytes, HostBlock } from "../../../devices/ccid-reader/host-block.ts";
import { type IccOutcome, MUTE } from "../../../devices/ccid-reader/icc-slot.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type Process, type Settled, sleep, start } from "../../../simulator/kernel/process.ts";

describe("how long a card's answer to a host's own block is", () => {
  it.each([
    { title: "nothing heard", heard: "", edc: "lrc", bytes: 3 },
    { title: "a prologue that is not whole", heard: "00 C3", edc: "lrc", bytes: 3 },
    { title: "S(WTX request) with LRC", heard: "00 C3 01", edc: "lrc", bytes: 5 },
    { title: "the same with CRC", heard: "00 C3 01", edc: "crc", bytes: 6 },
    { title: "the longest block", heard: "00 00 FE", edc: "lrc", bytes: 258 },
    { title: "a PPS of which PPS0 is not there", heard: "FF", edc: "lrc", bytes: 3 },
    { title: "a PPS without parameters", heard: "FF 01", edc: "lrc", bytes: 3 },
    { title: "a PPS with PPS1", heard: "FF 11", edc: "lrc", bytes: 4 },
    { title: "a PPS with all three", heard: "FF 71 13", edc: "crc", bytes: 6 },
  ] as const)("$title: $bytes", ({ heard, edc, bytes }) => {
    expect(answerBytes(fromHex(heard), edc)).toBe(bytes);
  });
});

const VERIFY = "002000800431323334";
/** The block of {@link VERIFY} with N(S) 1. */
const BLOCK = "004009002000800431323334E9";
const R_EDC = "00810081";

/** Sends the command to a card that says these blocks one after another; tells what it heard. */
function to(card: readonly (string | undefined)[], ifsc = 254) {
  const clock = new VirtualClock(0);
  const heard: string[] = [];
  const sent: Uint8Array[] = [];
  const granted: number[] = [];
  const block = new HostBlock({
    prologue: fromHex("00 40 00"),
    parameters: { ifsc, edc: "lrc" },
    *send(bytes, multiplier): Process<IccOutcome> {
      sent.push(bytes);
      const said = card[heard.length];
      heard.push(`${toHex(bytes)} x${multiplier}`);
      yield* sleep(clock, 1);
      return said === undefined ? MUTE : { data: fromHex(said) };
    },
    waiting: (multiplier) => granted.push(multiplier),
  });
  let settled: Settled<IccOutcome> | undefined;
  start(block.exchange(fromHex(VERIFY)), (outcome) => {
    settled = outcome;
  });
  clock.runUntilIdle();
  if (settled === undefined || "error" in settled) throw new Error("it did not end");
  return { outcome: settled.value, block, heard, granted, sent };
}

describe("the block of a PIN command", () => {
  it("has the host's number, the length of the command as it is, and an EDC over all", () => {
    const { outcome, block, heard } = to(["0040029000D2"]);
    expect(heard).toEqual([`${BLOCK} x1`]);
    expect(outcome).toEqual({ data: fromHex("9000") });
    expect(toHex(block.answer(fromHex("9000")))).toBe("0040029000D2");
  });

  it("is wiped once the card answered", () => {
    for (const said of ["0040029000D2", undefined, "0011"]) {
      const { sent } = to([said]);
      expect(sent.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
    }
  });

  it("grants time: the request is answered, and the next answer may take as long", () => {
    const { outcome, heard, granted } = to(["00C30109CB", "00C30101C3", "0040029000D2"]);
    expect(heard).toEqual([`${BLOCK} x1`, "00E30109EB x9", "00E30101E3 x1"]);
    expect(granted).toEqual([9, 1]);
    expect(outcome).toEqual({ data: fromHex("9000") });
  });

  it("is sent again when the card asks for it, three times in all", () => {
    expect(to([R_EDC, "0040029000D2"])).toMatchObject({
      heard: [`${BLOCK} x1`, `${BLOCK} x1`],
      outcome: { data: fromHex("9000") },
    });
    expect(to([R_EDC, R_EDC, R_EDC, R_EDC])).toMatchObject({
      heard: { length: 3 },
      outcome: { error: ERROR.parity },
    });
  });

  it.each([
    { title: "a damaged answer", card: ["0040029000D3"], outcome: { error: ERROR.parity } },
    { title: "an answer that is no block", card: ["00"], outcome: { error: ERROR.parity } },
    { title: "a request that has no place here", card: ["00C200C2"], outcome: { error: ERROR.parity } },
    { title: "silence", card: [], outcome: MUTE },
  ])("ends with an error for $title", ({ card, outcome }) => {
    expect(to(card)).toMatchObject({ heard: { length: 1 }, outcome });
  });

  it("is not sent when the card has no room for it", () => {
    expect(to([], 8)).toMatchObject({ heard: { length: 0 }, outcome: { error: ERROR.badLength } });
  });

  it("ends for a card that asks for time without end", () => {
    const { outcome, heard } = to(Array.from({ length: 2_000 }, () => "00C30101C3"));
    expect(outcome).toEqual({ error: ERROR.parity });
    expect(heard.length).toBeLessThanOrEqual(1_000);
  });
});
