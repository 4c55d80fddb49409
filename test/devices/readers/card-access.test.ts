import { describe, expect, it } from "vitest";
import { AUTHENTICATION_PIN, jpki } from "../../../devices/cards/applications/jpki.ts";
import type { ApduExchange } from "../../../devices/cards/field.ts";
import { computeSignature, digestInfo, selectApplication, selectFile } from "../../../devices/iso7816/commands.ts";
import { NO_ANSWER, SW } from "../../../devices/iso7816/status-word.ts";
import { CardInField } from "../../../devices/readers/card-access.ts";
import { CardTalk } from "../../../devices/readers/card-talk.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type AnyObservation, type Interceptor, Switchboard } from "../../../simulator/kernel/pco.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";
import { card } from "../cards/fixture.ts";

/** A card and the reader it is laid on, with everything that crossed. */
function field() {
  const clock = new VirtualClock(0);
  const crossed: AnyObservation[] = [];
  const board = new Switchboard(clock, (observation) => crossed.push(observation));
  const access = new CardInField({ card: card(), reader: "R1", strand: board.strand(), clock });
  /** Lets a process come to its end and returns its result. */
  function run<T>(process: Process<T>): T {
    const results: T[] = [];
    start(process, (outcome) => {
      if ("error" in outcome) throw outcome.error;
      results.push(outcome.value);
    });
    clock.runUntilIdle();
    const [result] = results;
    if (result === undefined && results.length === 0) throw new RangeError("the process did not come to its end");
    return result as T;
  }
  return { clock, board, crossed, access, run };
}

describe("a card in the field of a reader", () => {
  it("tells its ATR when it is laid down, and comes and goes once each", () => {
    const { access, crossed, run } = field();
    expect(run(access.insert())).toBeDefined();
    run(access.remove());
    run(access.remove());
    expect(crossed.map(({ message }) => message)).toMatchObject([{ change: "inserted" }, { change: "removed" }]);
  });

  it("that was never laid down is not taken away either", () => {
    const { access, crossed, run } = field();
    run(access.remove());
    expect(crossed).toEqual([]);
  });

  it("has lost what was selected after it was woken, and the front stays what the camera saw", () => {
    const { access, run } = field();
    const front = access.front;
    run(access.insert());
    run(access.channel.transmit(selectApplication(jpki.aid)));
    expect(run(access.wake())).toBeDefined();
    expect(run(access.channel.transmit(selectFile(AUTHENTICATION_PIN))).sw).not.toBe(SW.ok);
    expect(access.front).toBe(front);
  });

  it("that was torn away does not wake", () => {
    const { access, board, run } = field();
    run(access.insert());
    board.arm("card.apdu", "tear", () => ({ sever: "gone" }));
    run(access.channel.transmit(selectApplication(jpki.aid)));
    expect(run(access.wake())).toBeUndefined();
  });
});

describe("a talk with a card", () => {
  const select = selectApplication(jpki.aid);
  const ANSWER_MS = 1_000;

  /** A talk in which a point hurts the exchanges. */
  function talk(hurt: Interceptor<ApduExchange>) {
    const { access, board, clock, crossed, run } = field();
    run(access.insert());
    board.arm("card.apdu", "hurt", hurt);
    return { crossed, run, talk: new CardTalk(access, clock, ANSWER_MS) };
  }

  it("asks nothing more once an answer is missing, until the card is woken", () => {
    let lost = 0;
    const { talk: card, run, crossed } = talk((exchange) => (lost++ === 0 ? { drop: true } : { pass: exchange }));
    expect(run(card.transmit(select)).sw).toBe(NO_ANSWER);
    const before = crossed.length;
    expect(run(card.transmit(select)).sw).toBe(NO_ANSWER);
    expect(crossed).toHaveLength(before);
    expect(card.silenced).toBe(true);
    expect(run(card.wake())).toBe(true);
    expect(card.silenced).toBe(false);
    expect(run(card.transmit(select)).sw).toBe(SW.ok);
  });

  it.each([
    ["at the limit", ANSWER_MS, SW.ok],
    ["later than that", ANSWER_MS + 1, NO_ANSWER],
  ])("takes an answer %s as one, or not", (_when, ms, sw) => {
    const { talk: card, run } = talk((exchange) => ({ delay: exchange, ms }));
    expect(run(card.transmit(select)).sw).toBe(sw);
  });

  it("takes more data than were asked for as no answer", () => {
    const { talk: card, run } = talk((exchange) => ({
      pass: { ...exchange, response: { sw: SW.ok, data: new Uint8Array(300) } },
    }));
    expect(run(card.transmit(computeSignature(digestInfo(new Uint8Array(32)), 0x80))).sw).toBe(NO_ANSWER);
    expect(card.silenced).toBe(true);
  });
});
