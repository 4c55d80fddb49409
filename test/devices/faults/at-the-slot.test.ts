import { describe, expect, it } from "vitest";
import { cardApplications } from "../../../devices/cards/applications/index.ts";
import { keepApdu } from "../../../devices/cards/field.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { DIGEST_INFO, E, J, P, Q, R, sign, swOf, V } from "../cards/apdus.ts";
import { card, PIN, PINS } from "../cards/fixture.ts";
import { liveSlot, SILENCE } from "./live-slot.ts";

describe("a chip that says nothing", () => {
  it("card-misplaced: something lies there, no ATR comes, and placed again it works", () => {
    const live = liveSlot();
    live.arm("card-misplaced");
    expect([live.lay(), live.slot.present, live.send(J)]).toEqual([false, true, SILENCE]);
    expect([live.lay(), live.send(J)]).toEqual([true, "9000"]);
  });

  it("two-cards: no ATR comes, and the evidence says why", () => {
    const live = liveSlot();
    live.arm("two-cards", { placings: 2 });
    expect([live.lay(), live.lay(), live.lay()]).toEqual([false, false, true]);
    const inserted = live.marked().map(({ message, by }) => [message, by]);
    const crowd = [{ reader: "R1", change: "inserted", atr: undefined, collision: true }, ["two-cards"]];
    expect(inserted).toEqual([crowd, crowd]);
  });

  it("chip-mute: the ATR comes, so many commands are answered, then none, and the card still lies there", () => {
    const live = liveSlot();
    live.arm("chip-mute", { afterCommands: 2 });
    expect(live.lay()).toBe(true);
    expect([J, E(0x0018), P("9999"), Q].map(live.send)).toEqual(["9000", "9000", SILENCE, SILENCE]);
    expect([live.slot.present, live.slot.changes]).toEqual([true, 1]);
    expect(live.lay()).toBe(true);
    expect(live.send(J)).toBe(SILENCE);
  });

  it("chip-mute: what it did not answer it did not do, no try is used up", () => {
    const live = liveSlot();
    const laid = card();
    const repair = live.arm("chip-mute", { afterCommands: 2 });
    live.lay(laid);
    for (const hex of [J, E(0x0018), P("9999")]) live.send(hex);
    repair();
    live.lay(laid);
    expect([J, E(0x0018), Q].map(live.send)).toEqual(["9000", "9000", "63C3"]);
  });
});

describe("a card that goes away", () => {
  it("torn-at-apdu: the command gets no answer, the card is removed, and the chip had done its work", () => {
    const live = liveSlot();
    const laid = card();
    live.arm("torn-at-apdu", { apdu: 2 });
    live.lay(laid);
    expect([J, E(0x0018), P("9999")].map(live.send)).toEqual(["9000", "9000", SILENCE]);
    expect([live.slot.present, live.slot.changes, live.send(J)]).toEqual([false, 2, SILENCE]);
    live.lay(laid);
    expect([J, E(0x0018), Q].map(live.send)).toEqual(["9000", "9000", "63C2"]);
  });

  it("intermittent-field: a lost command takes every right with it, and the card answers again", () => {
    const live = liveSlot();
    live.arm("intermittent-field", { parts: 1, of: 3 });
    live.lay();
    const answers = Array.from({ length: 60 }, () => [J, E(0x0018), P(PIN), Q].map(live.send).join(" "));
    expect(answers).toContain("9000 9000 9000 63C3");
    for (const answer of answers) {
      // What follows a lost command finds nothing selected, unless it selects.
      const [, after] = answer.split(`${SILENCE} `);
      if (after !== undefined && !answer.startsWith(SILENCE)) expect(after).not.toMatch(/^63C3/);
    }
    expect(answers.filter((answer) => answer.includes(SILENCE)).length).toBeGreaterThan(20);
    expect(live.slot.changes).toBe(1);
  });

  it("card-swapped: another card answers from there on, and knows nothing of what came before", () => {
    const live = liveSlot();
    const stranger = card({ pins: { ...PINS, authentication: "8888" } });
    live.arm("card-swapped");
    live.lay(card(), () => stranger);
    expect([J, E(0x0018), P(PIN), E(0x0017)].map(live.send)).toEqual(["9000", "9000", "9000", "9000"]);
    expect(swOf(live.send(sign(DIGEST_INFO)))).not.toBe("9000");
    expect([J, E(0x0018), P("8888")].map(live.send)).toEqual(["9000", "9000", "9000"]);
    expect(live.marked().map(({ pco, fate, by }) => [pco, fate, by])).toEqual([
      ["card.supply", "changed", ["card-swapped"]],
    ]);
  });

  it("card-swapped: without another card at hand it is a power cut", () => {
    const live = liveSlot();
    live.arm("card-swapped", { on: "query-tries" });
    live.lay();
    expect([J, E(0x0018), Q].map(live.send)).toEqual(["9000", "9000", "6986"]);
  });
});

describe("power that fails", () => {
  it("power-lost-before-signature: VERIFY was accepted and the signature is refused, once", () => {
    const live = liveSlot();
    live.arm("power-lost-before-signature");
    live.lay();
    const once = [J, E(0x0018), P(PIN), E(0x0017), sign(DIGEST_INFO)];
    expect(swOf(once.map(live.send).at(-1) ?? "")).toBe("6986");
    expect(swOf(once.map(live.send).at(-1) ?? "")).toBe("9000");
  });

  it("power-lost-before-signature: the card's proof of itself is no signature it waits for", () => {
    const live = liveSlot();
    live.arm("power-lost-before-signature");
    live.lay();
    expect(swOf([V, sign(DIGEST_INFO, 0x00)].map(live.send).at(-1) ?? "")).toBe("9000");
  });

  it("counter-write-lost: 63C2 is answered, and the next query says 63C3", () => {
    const live = liveSlot();
    live.arm("counter-write-lost");
    live.lay();
    expect([J, E(0x0018), P("9999"), Q, P("9999"), Q].map(live.send)).toEqual([
      "9000",
      "9000",
      "63C2",
      "63C3",
      "63C2",
      "63C2",
    ]);
  });
});

describe("a wrong status word", () => {
  it("memory-failure: VERIFY says 6581 once, and the PIN is the same", () => {
    const live = liveSlot();
    live.arm("memory-failure");
    live.lay();
    expect([J, E(0x0018), P(PIN), P(PIN), Q].map(live.send)).toEqual(["9000", "9000", "6581", "9000", "63C3"]);
  });

  it("memory-failure: any command can be hit, and carries no data then", () => {
    const live = liveSlot();
    live.arm("memory-failure", { on: "read-binary", nth: 1, times: 2 });
    live.lay();
    const answers = [J, E(0x000a), R(0, 4), R(0, 4), R(0, 4), R(0, 4)].map(live.send);
    expect(answers.slice(2).map((answer) => [answer.length, swOf(answer)])).toEqual([
      [12, "9000"],
      [4, "6581"],
      [4, "6581"],
      [12, "9000"],
    ]);
  });

  it("sign-failure: 6F00 instead of the signature, once, and the right is still there", () => {
    const live = liveSlot();
    live.arm("sign-failure");
    live.lay();
    const answers = [J, E(0x0018), P(PIN), E(0x0017), sign(DIGEST_INFO), sign(DIGEST_INFO)].map(live.send);
    expect(answers.slice(-2).map(swOf)).toEqual(["6F00", "9000"]);
    expect(answers.at(-2)).toHaveLength(4);
  });

  it("spurious-status-word: an error comes without data, a warning with them", () => {
    const [error, warning] = [liveSlot(), liveSlot()];
    error.arm("spurious-status-word", { sw: "6a82", on: "read-binary" });
    warning.arm("spurious-status-word", { sw: "6282", on: "read-binary" });
    for (const live of [error, warning]) live.lay();
    expect([J, E(0x000a), R(0, 4)].map(error.send).at(-1)).toBe("6A82");
    expect([J, E(0x000a), R(0, 4)].map(warning.send).at(-1)).toMatch(/^3082....6282$/);
  });

  it("application-missing: SELECT says 6A82, nothing works inside, and the others are there", () => {
    const live = liveSlot();
    live.arm("application-missing");
    live.lay();
    expect([J, E(0x0018), P(PIN), V].map(live.send)).toEqual(["6A82", "6A82", "6986", "9000"]);
    const kept = live.marked().flatMap(({ pco, message }) => (pco === "card.apdu" ? [keepApdu(message as never)] : []));
    expect(kept.map(({ message }) => message.application)).toEqual([undefined, undefined, undefined]);
    expect(JSON.stringify(kept)).not.toContain(Buffer.from(PIN).toString("hex"));
  });

  it("application-missing: knows every application but the card manager", () => {
    const ids = cardApplications.slice(1).map(({ id }) => id);
    for (const application of ids) {
      const live = liveSlot();
      live.arm("application-missing", { application });
      live.lay();
      const aid = toHex(cardApplications.find(({ id }) => id === application)?.aid ?? new Uint8Array(0));
      expect(live.send(`00A4040C${(aid.length / 2).toString(16).padStart(2, "0")}${aid}`)).toBe("6A82");
    }
  });
});

describe("a slot", () => {
  it("never sees a card that is felt late and was taken away before", () => {
    const live = liveSlot();
    live.board.arm("card.field", "late", (change) =>
      change.change === "inserted" ? { delay: change, ms: 500 } : { pass: change },
    );
    live.slot.insert(card());
    live.slot.remove();
    live.clock.runUntilIdle();
    expect([live.slot.present, live.slot.changes]).toEqual([false, 0]);
    live.slot.insert(card());
    live.clock.runUntilIdle();
    expect([live.slot.present, live.slot.changes]).toEqual([true, 1]);
  });

  it.each(["powerOff", "powerOn"] as const)("gives a command under way no answer when %s takes its power", (power) => {
    const live = liveSlot();
    live.arm("slow-chip");
    live.lay();
    const answers: (Uint8Array | undefined)[] = [];
    live.slot.exchange(Uint8Array.from(Buffer.from(J, "hex")), (answer) => answers.push(answer));
    expect(answers).toEqual([]);
    live.slot[power]();
    live.clock.runUntilIdle();
    expect(answers).toEqual([undefined]);
  });
});

describe("a slow chip", () => {
  it("answers right after its extensions, and the evidence counts them", () => {
    const live = liveSlot();
    live.arm("slow-chip", { extensions: 3 });
    live.lay();
    expect([J, E(0x0018), Q].map(live.send)).toEqual(["9000", "9000", "63C3"]);
    expect(live.clock.nowMs).toBe(3 * 3 * 309);
    expect(
      live
        .marked()
        .map(({ fate, message }) => [fate, "waitingTimeExtensions" in message && message.waitingTimeExtensions]),
    ).toEqual(Array.from({ length: 3 }, () => ["delayed", 3]));
  });

  it("taken out meanwhile leaves its command without an answer", () => {
    const live = liveSlot();
    live.arm("slow-chip");
    live.lay();
    const answers: (Uint8Array | undefined)[] = [];
    live.slot.exchange(Uint8Array.from(Buffer.from(J, "hex")), (answer) => answers.push(answer));
    expect(answers).toEqual([]);
    live.slot.remove();
    live.clock.runUntilIdle();
    expect(answers).toEqual([undefined]);
  });

  it("is slow on the commands that were named alone", () => {
    const live = liveSlot();
    live.arm("slow-chip", { on: "sign", extensions: 1, extensionMs: 100 });
    live.lay();
    for (const hex of [J, E(0x0018), P(PIN), E(0x0017)]) live.send(hex);
    expect(live.clock.nowMs).toBe(0);
    expect(swOf(live.send(sign(DIGEST_INFO)))).toBe("9000");
    expect(live.clock.nowMs).toBe(100);
  });
});
