import { describe, expect, it } from "vitest";
import { KEY } from "../../../devices/bench-port/constants.ts";
import { ERROR } from "../../../devices/ccid/constants.ts";
import { type PinDecisions, readerDecisions } from "../../../devices/ccid-reader/decisions.ts";
import { PinEntry, type Typed } from "../../../devices/ccid-reader/pin-entry.ts";
import { verifyAtReader } from "../../../devices/ccid-reader/secure-command.ts";
import { type PinRequest, parsePinRequest } from "../../../devices/ccid-secure/parser.ts";
import { writePinRequest } from "../../../devices/ccid-secure/writer.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type Process, type Settled, start } from "../../../simulator/kernel/process.ts";

const TIMEOUT_S = 30;
const DIGITS = "0000";

/** A pad with somebody at it. */
function pad(decisions: Partial<PinDecisions> = {}) {
  const clock = new VirtualClock(0);
  const screens: string[] = [];
  let press: (key: number) => void = () => {};
  const entry = new PinEntry({
    clock,
    keys: {
      onKey: (listener) => {
        press = listener;
        return () => {};
      },
    },
    screen: { show: (text) => screens.push(text) },
    log: { write: () => {} },
    decisions: { ...readerDecisions.pin, ...decisions },
  });
  return {
    clock,
    entry,
    screens,
    type: (digits: string) => {
      for (const digit of digits) press(digit.charCodeAt(0));
    },
    press: (key: number) => press(key),
    ask: (slot: number) => {
      const asked: { outcome?: Settled<Typed> } = {};
      start(entry.ask(slot, request()), (outcome) => {
        asked.outcome = outcome;
      });
      return asked;
    },
  };
}

function request(): PinRequest {
  const command = fromHex("00 20 00 80 04 FF FF FF FF");
  const read = parsePinRequest(writePinRequest({ timeoutS: TIMEOUT_S, minDigits: 4, maxDigits: 4, command }));
  if ("badByte" in read) throw new Error("the request of the test is none");
  return read;
}

describe("PIN entry at a reader", () => {
  it("leaves no PIN in the command that is broken off while the card works", () => {
    const { entry, type, press } = pad();
    let sent: Uint8Array = new Uint8Array();
    const mute = function* (apdu: Uint8Array): Process<never> {
      sent = apdu;
      for (;;) yield () => () => undefined;
    };
    const abandon = start(
      verifyAtReader(0, request(), { entry, exchange: mute, decisions: readerDecisions.pin }),
      () => {},
    );
    type("1234");
    press(KEY.enter);
    expect(toHex(sent)).toBe("002000800431323334");
    abandon();
    expect(sent.every((byte) => byte === 0)).toBe(true);
  });

  it("ends with the digits when enter is pressed, and forgets them when they were used", () => {
    const { entry, type, press, ask } = pad();
    const asked = ask(0);
    type(DIGITS);
    expect(asked.outcome).toBeUndefined();
    press(KEY.enter);
    expect(asked.outcome).toEqual({ value: { digits: DIGITS } });
    expect(entry.memory).toBe(DIGITS);
    entry.forget(0, "used");
    expect(entry.memory).toBe("");
  });

  it("takes the last digit back on correction", () => {
    const { type, press, ask } = pad();
    const asked = ask(0);
    type("0001");
    press(KEY.correction);
    type("0");
    press(KEY.enter);
    expect(asked.outcome).toEqual({ value: { digits: DIGITS } });
  });

  it("goes on when a card leaves another slot", () => {
    const { entry, type, press, ask } = pad();
    const asked = ask(0);
    type("00");
    entry.cardGone(1);
    type("00");
    press(KEY.enter);
    expect(asked.outcome).toEqual({ value: { digits: DIGITS } });
  });

  it("is busy for another slot until the digits were used: they never reach another card", () => {
    const { entry, type, press, ask } = pad();
    const first = ask(0);
    expect(ask(1).outcome).toEqual({ value: { error: ERROR.slotBusy } });
    type(DIGITS);
    press(KEY.enter);
    expect(first.outcome).toBeDefined();
    expect(ask(1).outcome).toEqual({ value: { error: ERROR.slotBusy } });
    entry.forget(0, "used");
    expect(ask(1).outcome).toBeUndefined();
  });

  it.each(["used", "cancelled", "aborted", "card-gone"] as const)("leaves no digits when it ended as %s", (end) => {
    const { entry, type, ask, screens } = pad();
    ask(0);
    type("000");
    entry.forget(0, end);
    expect(entry.memory).toBe("");
    expect(screens.at(-1)).toBe("");
  });

  it("leaves no digits when its time is over", () => {
    const { clock, entry, type, ask } = pad();
    const asked = ask(0);
    type("000");
    while (asked.outcome === undefined && clock.runNext());
    expect(clock.nowMs).toBe(TIMEOUT_S * 1_000);
    expect(asked.outcome).toEqual({ value: { error: ERROR.pinTimeout } });
    expect(entry.memory).toBe("");
  });

  it("shows tries left that the card of the same slot told, until it goes", () => {
    const { entry, ask, screens } = pad();
    entry.noteTries(0, 2);
    ask(1);
    expect(screens.at(-1)).toBe("PIN: ");
    entry.forget(1, "cancelled");
    ask(0);
    expect(screens.at(-1)).toBe("PIN (2 left): ");
    entry.cardGone(0);
    ask(0);
    expect(screens.at(-1)).toBe("PIN: ");
  });

  it("takes no key while nobody is asked, however many are pressed", () => {
    const { entry, type, ask } = pad();
    type("1".repeat(1_000));
    ask(0);
    expect(entry.memory).toBe("");
  });
});
