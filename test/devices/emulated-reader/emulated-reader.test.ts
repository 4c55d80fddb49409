import { describe, expect, it } from "vitest";
import { COMMAND, ERROR } from "../../../devices/ccid/constants.ts";
import { MY_NUMBER_ATRS } from "../../../devices/iso7816/atr.ts";
import { encodeBlock, type SequenceBit } from "../../../devices/t1/block.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { type Said, wiredReader } from "./wired-reader.ts";

const SELECT_JPKI = "00A4040C0AD392F000260100000001";
const SELECT_PIN = "00A4020C020018";
/** Four ASCII digits from the left, 30 s, the enter key ends it (firmware-validation.md §2 "Secure verify"). */
const VERIFY_AT_READER = "001E82040004040201110400";
const VERIFY = "0020008004FFFFFFFF";

/** Block waiting time at BWI 4 and 4 MHz (firmware-validation.md §5, rule 9). */
const BWT_MS = 1_430;

const iBlock = (ns: SequenceBit, apdu: string): Uint8Array =>
  encodeBlock({ kind: "I", ns, more: false, inf: fromHex(apdu) }, "lrc");

const data = ({ answer }: Said): string => toHex(answer.data);
const status = ({ answer }: Said): readonly number[] => [answer.b7, answer.b8];
const types = ({ before }: Said): readonly string[] =>
  before.map((event) => ("type" in event ? `${event.type.toString(16)} ${event.b7}` : event.kind));

describe("an emulated reader that speaks blocks", () => {
  it("carries a PPS as it carries a block: both end where they say", async () => {
    const { ask } = await wiredReader("gempc-twin", { atr: "contactHistorical" });
    expect(data(ask(COMMAND.iccPowerOn, { b7: 1 }))).toBe(toHex(MY_NUMBER_ATRS.contactHistorical));
    const pps = ask(COMMAND.xfrBlock, { data: fromHex("FF1113FD") });
    expect(data(pps)).toBe("FF1113FD");
    expect(pps.tookMs).toBe(0);
    const parameters = fromHex("13 10 00 46 00 FB 00");
    expect(data(ask(COMMAND.setParameters, { b7: 1, data: parameters }))).toBe(toHex(parameters));
    expect(data(ask(COMMAND.xfrBlock, { data: fromHex("00C101FE3E") }))).toBe("00E101FE1E");
    expect(data(ask(COMMAND.xfrBlock, { data: iBlock(0, SELECT_JPKI) }))).toBe("000002900092");
  });

  it.each([
    { bwi: 0, waitMs: BWT_MS },
    { bwi: 1, waitMs: BWT_MS },
    { bwi: 3, waitMs: 3 * BWT_MS },
  ])("tells a card that falls silent after its waiting time, times bBWI $bwi", async ({ bwi, waitMs }) => {
    const { ask } = await wiredReader("gempc-twin", { fault: "chip-mute" });
    ask(COMMAND.iccPowerOn, { b7: 1 });
    const mute = ask(COMMAND.xfrBlock, { b7: bwi, data: iBlock(0, SELECT_JPKI) });
    expect(status(mute)).toEqual([0x40, ERROR.mute]);
    expect(mute.tookMs).toBe(waitMs);
  });

  it("hands a card's request for time to the host, who speaks T=1", async () => {
    const { ask } = await wiredReader("gempc-twin", { fault: "slow-chip:extensions=1" });
    ask(COMMAND.iccPowerOn, { b7: 1 });
    expect(data(ask(COMMAND.xfrBlock, { data: iBlock(0, SELECT_JPKI) }))).toBe("00C30101C3");
    expect(data(ask(COMMAND.xfrBlock, { b7: 1, data: fromHex("00E30101E3") }))).toBe("000002900092");
  });

  it("says that the card went, and that the command came to nothing", async () => {
    const { ask, cards } = await wiredReader("gempc-twin", { fault: "slow-chip" });
    ask(COMMAND.iccPowerOn, { b7: 1 });
    const gone = ask(COMMAND.xfrBlock, { data: iBlock(0, SELECT_JPKI) }, () => cards.remove(0));
    expect(status(gone)).toEqual([0x42, ERROR.mute]);
    expect(gone.before).toContainEqual({ kind: "movement", slot: 0, present: false });
    await cards.insert(0, "colleague");
    const there = ask(COMMAND.getSlotStatus);
    expect(status(there)).toEqual([0x01, 0]);
    expect(there.before).toContainEqual({ kind: "movement", slot: 0, present: true });
    expect(data(ask(COMMAND.iccPowerOn, { b7: 1 }))).toBe(toHex(MY_NUMBER_ATRS.contactPlain));
  });

  it.each([
    { id: "gemcore-pos-pro", slots: 5 },
    { id: "gemcore-sim-pro", slots: 2 },
    { id: "sec1210", slots: 2 },
  ] as const)(
    "has $slots slots as $id: those without a card are there and empty, and there is no other",
    async (row) => {
      const { ask } = await wiredReader(row.id);
      const last = row.slots - 1;
      expect(status(ask(COMMAND.getSlotStatus, { slot: last }))).toEqual([0x02, 0]);
      expect(status(ask(COMMAND.iccPowerOn, { slot: last, b7: 1 }))).toEqual([0x42, ERROR.mute]);
      expect(status(ask(COMMAND.getSlotStatus, { slot: row.slots }))).toEqual([0x42, ERROR.badSlot]);
    },
  );
});

describe("what the serial driver asks of its device types", () => {
  const LOAD_TEXTS = `B2A0004D4C${"20".repeat(160)}`;

  it.each([
    { id: "gempc-twin", code: "02" },
    { id: "gempc-pinpad", code: "02" },
    { id: "gemcore-pos-pro", code: "02" },
    { id: "sec1210", code: "06" },
  ] as const)("$id tells its text on Escape $code", async ({ id, code }) => {
    const { ask } = await wiredReader(id);
    expect(Buffer.from(ask(COMMAND.escape, { data: fromHex(code) }).answer.data).toString()).toBe("SIM-READER 1.0");
  });

  it("a pad takes texts, and sends back no more of them than the driver has room for", async () => {
    const { ask } = await wiredReader("gempc-pinpad");
    const taken = ask(COMMAND.escape, { data: fromHex(LOAD_TEXTS) });
    expect(status(taken)).toEqual([0x01, 0]);
    expect(taken.before).toMatchObject([{ type: COMMAND.escape, data: new Uint8Array(0) }]);
    const short = ask(COMMAND.escape, { data: fromHex("010101") });
    expect(short.before).toMatchObject([{ type: COMMAND.escape, data: fromHex("010101") }]);
  });

  it.each([
    { what: "texts for a reader without a pad", asked: LOAD_TEXTS },
    { what: "the question for features", asked: "6A" },
    { what: "nothing", asked: "" },
  ])("$what is refused", async ({ asked }) => {
    const { ask } = await wiredReader("gempc-twin");
    expect(status(ask(COMMAND.escape, { data: fromHex(asked) }))).toEqual([0x41, ERROR.commandNotSupported]);
  });
});

describe("a PIN typed at a reader that speaks blocks", () => {
  const secure = (ns: SequenceBit): Uint8Array => fromHex(`${VERIFY_AT_READER}00${ns === 0 ? "00" : "40"}09${VERIFY}`);
  const atPin = async (options: Parameters<typeof wiredReader>[1] = {}) => {
    const wired = await wiredReader("gempc-pinpad", options);
    wired.ask(COMMAND.iccPowerOn, { b7: 1 });
    wired.ask(COMMAND.xfrBlock, { data: iBlock(0, SELECT_JPKI) });
    wired.ask(COMMAND.xfrBlock, { data: iBlock(1, SELECT_PIN) });
    return wired;
  };

  it("goes on in the block the host began, and the host goes on with the next number", async () => {
    const { ask } = await atPin();
    const verified = ask(COMMAND.secure, { data: secure(0) });
    expect(data(verified)).toBe("000002900092");
    // The authentication key is open: a query of the tries is answered by the card, N(S) 1.
    expect(data(ask(COMMAND.xfrBlock, { data: iBlock(1, "00A4020C020017") }))).toBe("0040029000D2");
  });

  it("is seen on the screen as it is typed, never its digits, and the screen rests afterwards", async () => {
    const { ask, screens } = await atPin();
    ask(COMMAND.secure, { data: secure(0) });
    expect(screens.slice(-6)).toEqual(["PIN: ", "PIN: *", "PIN: **", "PIN: ***", "PIN: ****", ""]);
  });

  it("is granted the time the card asks for, while the host hears that it has to wait", async () => {
    const { ask } = await atPin({ fault: "slow-chip:on=verify,extensions=2" });
    const verified = ask(COMMAND.secure, { data: secure(0) });
    expect(data(verified)).toBe("000002900092");
    expect(types(verified).filter((type) => type === "80 128").length).toBeGreaterThanOrEqual(2);
    expect(verified.tookMs).toBeGreaterThan(600);
  });

  it("that the card does not take is told in the card's block", async () => {
    const { ask } = await atPin({ persona: "pin-blocked" });
    expect(data(ask(COMMAND.secure, { data: secure(0) }))).toBe("0000026984EF");
  });

  it("is not asked for when the command is missing, and the card counts as before", async () => {
    const { ask } = await atPin();
    expect(status(ask(COMMAND.secure, { data: secure(0).slice(0, 15) }))).toEqual([0x40, 25]);
    expect(data(ask(COMMAND.xfrBlock, { data: iBlock(0, "00200080") }))).toBe("00000263C3A2");
  });
});
