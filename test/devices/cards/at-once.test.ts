import { describe, expect, it } from "vitest";
import { cardApplications } from "../../../devices/cards/applications/index.ts";
import { type Card, cardOf } from "../../../devices/cards/card.ts";
import { CardSlot } from "../../../devices/cards/card-slot.ts";
import { keepApdu } from "../../../devices/cards/field.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { Switchboard } from "../../../simulator/kernel/pco.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { DIGEST_INFO, E, J, P, Q, R, sign } from "./apdus.ts";
import { card, cardThat, image, PIN } from "./fixture.ts";

const COMMANDS = [J, Q, E(0x000a), R(0, 256), E(0x0018), P("9999"), P(PIN), E(0x0017), sign(DIGEST_INFO), "00", "00B0"];

/** A powered card in a slot: what it answered before the clock moved, and every observation. */
function slotWith(subject: Card) {
  const clock = new VirtualClock(0);
  const seen: unknown[] = [];
  const defects: unknown[] = [];
  const board = new Switchboard(clock, ({ pco, message, fate, by, cause, atMs }) => {
    seen.push({ pco, fate, by, cause, atMs, kept: pco === "card.apdu" ? keepApdu(message) : undefined });
    return seen.length;
  });
  const onDefect = (error: unknown) => void defects.push(error);
  const slot = new CardSlot({ reader: "R1", clock, board, onDefect });
  slot.insert(subject);
  slot.powerOn();
  const answers: (string | undefined)[] = [];
  const send = (hex: string): void => {
    slot.exchange(fromHex(hex), (answer) => answers.push(answer === undefined ? undefined : toHex(answer)));
  };
  return { board, clock, seen, defects, answers, send };
}

describe("a card where nothing makes anybody wait", () => {
  it("answers at once, with the answers and the evidence of the long way that a fault would take", () => {
    const [short, long] = [slotWith(card()), slotWith(card())];
    long.board.arm("card.supply", "harmless", (message) => ({ pass: message }));
    long.board.arm("card.apdu", "harmless", (message) => ({ pass: message }));
    for (const hex of COMMANDS) {
      short.send(hex);
      long.send(hex);
    }
    expect(short.answers.length).toBe(COMMANDS.length);
    expect(short.answers).toEqual(long.answers);
    expect(short.seen).toEqual(long.seen);
  });

  it("takes its time for a signature all the same", () => {
    const { send, answers, clock } = slotWith(cardThat("signatureMs=400"));
    for (const hex of [J, E(0x0018), P(PIN), E(0x0017)]) send(hex);
    expect(answers.length).toBe(4);
    send(sign(DIGEST_INFO));
    expect(answers.length).toBe(4);
    clock.runUntilIdle();
    expect([answers.length, clock.nowMs]).toEqual([5, 400]);
  });

  it("meets a fault from the command after it was plugged in, and no more once it was repaired", () => {
    const { send, answers, board } = slotWith(card());
    send(J);
    const repair = board.arm("card.apdu", "drop", () => ({ drop: true }));
    send(Q);
    repair();
    send(J);
    expect(answers).toEqual(["9000", undefined, "9000"]);
  });

  it("gives no answer on a defect of ours, and tells of it", () => {
    const { atr, profile } = image();
    const broken = cardOf(cardApplications, image(), {
      atr,
      profile,
      rng: rngFromSeed(1),
      pseudoApdus: () => {
        throw new Error("a defect");
      },
    });
    const { send, answers, defects } = slotWith(broken);
    send(J);
    expect(answers).toEqual([undefined]);
    expect(defects).toEqual([new Error("a defect")]);
  });
});
