import { describe, expect, it } from "vitest";
import { blankPictures } from "../../devices/cards/card-image.ts";
import type { CardSlot } from "../../devices/cards/card-slot.ts";
import { cardProfile } from "../../devices/cards/choices.ts";
import { LiveCards } from "../../harness/live-cards.ts";
import type { CardEvent } from "../../harness/traces/card-events.ts";
import { cardObserver } from "../../harness/traces/card-observer.ts";
import { fromHex, toHex } from "../../simulator/kernel/bytes.ts";
import { civilDate, midnightMs } from "../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../simulator/kernel/clock.ts";
import { checkedInKeys } from "../../simulator/pki/key-source.ts";

const TODAY = civilDate("2026-02-10");
const SELECT_JPKI = "00A4040C0AD392F000260100000001";
const AT_PIN = "00A4020C020018";
const QUERY = "00200080";
const WRONG = "002000800439393939";

function laid(readers = 1, pinPad = false) {
  const events: CardEvent[] = [];
  const cards = new LiveCards({
    readers: Array.from({ length: readers }, (_, index) => `R${index}`),
    clock: new VirtualClock(midnightMs(TODAY)),
    today: TODAY,
    seed: 1,
    trust: { keys: checkedInKeys },
    profile: cardProfile(["signatureMs=0"]),
    atr: undefined,
    secrets: { pin: "1234", password: "ABC123" },
    pinPad,
    draw: async () => blankPictures,
    observe: cardObserver((event) => events.push(event)),
    onDefect: (error) => {
      throw error;
    },
  });
  const send = (hex: string, reader = 0): string | undefined => {
    let answer: Uint8Array | undefined;
    (cards.slots[reader] as CardSlot).exchange(fromHex(hex), (response) => {
      answer = response;
    });
    return answer && toHex(answer);
  };
  return { cards, events, send };
}

describe("cards for real programs", () => {
  it("lie in their readers by name, each its own, and say who they are by the secrets they were given", async () => {
    const { cards, send } = laid(2);
    await cards.insert(0, "employee");
    await cards.insert(1, "pin-blocked");
    for (const reader of [0, 1]) {
      cards.slots[reader]?.powerOn();
      send(SELECT_JPKI, reader);
      send(AT_PIN, reader);
    }
    expect(send("002000800431323334", 0)).toBe("9000");
    expect(send(QUERY, 1)).toBe("63C0");
  });

  it("a card that is none of ours finds no JPKI application", async () => {
    const { cards, send } = laid();
    await cards.insert(0, "payment-card");
    cards.slots[0]?.powerOn();
    expect(send(SELECT_JPKI)).toBe("6A82");
  });

  it("an unknown name is told with near ones, a reader that is not there with those that are", async () => {
    const { cards } = laid();
    await expect(cards.insert(0, "pin-bloked")).rejects.toThrow("near names: pin-blocked");
    await expect(cards.insert(3, "employee")).rejects.toThrow("readers 0 to 0");
  });

  it("the municipality gives tries back; no command does", async () => {
    const { cards, send } = laid();
    await cards.insert(0, "employee");
    cards.slots[0]?.powerOn();
    for (const step of [SELECT_JPKI, AT_PIN, WRONG, WRONG, WRONG]) send(step);
    expect(send(QUERY)).toBe("63C0");
    cards.unblock(0);
    expect(send(QUERY)).toBe("63C3");
  });

  it("the same person comes back with the same card: its counter is as it was", async () => {
    const { cards, send } = laid();
    await cards.insert(0, "employee");
    cards.slots[0]?.powerOn();
    for (const step of [SELECT_JPKI, AT_PIN, WRONG]) send(step);
    cards.remove(0);
    await cards.insert(0, "colleague");
    await cards.insert(0, "employee");
    cards.slots[0]?.powerOn();
    for (const step of [SELECT_JPKI, AT_PIN]) send(step);
    expect(send(QUERY)).toBe("63C2");
  });

  it("a fault is armed and repaired while the card lies there", async () => {
    const { cards, send } = laid();
    await cards.insert(0, "employee");
    cards.slots[0]?.powerOn();
    cards.arm({ id: "memory-failure", params: {} });
    send(SELECT_JPKI);
    send(AT_PIN);
    expect(send(WRONG)).toBe("6581");
    expect(cards.repair("memory-failure")).toBe(true);
    expect(cards.repair("memory-failure")).toBe(false);
    expect(send(WRONG)).not.toBe("6581");
  });

  it("a person at the keys types the PIN, and the password where a PIN would be too short", () => {
    const { cards } = laid(1, true);
    const typed: (string | undefined)[] = [];
    const pad = cards.slots[0]?.pinPad;
    pad?.ask({ minDigits: 4, maxDigits: 4, timeoutMs: 1_000 }, (digits) => typed.push(digits));
    pad?.ask({ minDigits: 6, maxDigits: 16, timeoutMs: 1_000 }, (digits) => typed.push(digits));
    expect(typed).toEqual(["1234", "ABC123"]);
  });

  it("everything is told, and no secret of it", async () => {
    const { cards, events, send } = laid();
    await cards.insert(0, "employee");
    cards.slots[0]?.powerOn();
    for (const step of [SELECT_JPKI, AT_PIN, "002000800431323334"]) send(step);
    cards.remove(0);
    expect(events.map(({ pco }) => pco)).toEqual(["card.field", "card.apdu", "card.apdu", "card.apdu", "card.field"]);
    expect(JSON.stringify(events)).not.toContain("31323334");
    expect(JSON.stringify(events)).toContain("«pin»");
  });
});
