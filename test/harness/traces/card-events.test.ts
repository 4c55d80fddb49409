import { describe, expect, it } from "vitest";
import { cardEventsOf } from "../../../harness/traces/card-events.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { type AnyCrossing, traceOf } from "../../../simulator/kernel/trace.ts";
import { recorded } from "./events.ts";

const { header, footer } = recorded("C02");

/** A trace of one crossing whose message a file made up. */
const traceWith = (pco: string, message: unknown) =>
  traceOf(header, [{ seq: 7, atMs: 0, pco, message } as AnyCrossing], footer);

describe("the card events of a trace", () => {
  it("are its field changes and exchanges in order, and nothing else", () => {
    const trace = recorded("C02");
    const wanted = trace.crossings.filter(({ pco }) => pco === "card.field" || pco === "card.apdu");
    expect(cardEventsOf(trace)).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(20);
  });

  it.each(["toString", "__proto__", "subject.act"])("leave a crossing at %s alone, whatever it says", (pco) => {
    expect(cardEventsOf(traceWith(pco, null))).toEqual([]);
  });

  it.each([
    ["card.apdu", { reader: "R1", command: "00", response: 5 }, "trace crossing 7: response"],
    ["card.apdu", null, "trace crossing 7: message"],
    ["card.field", { reader: "R1", change: "melted" }, "trace crossing 7: change"],
    ["card.supply", { reader: "R1", supply: "toString" }, "trace crossing 7: supply"],
  ])("of %s %j are refused with the crossing and the field", (pco, message, words) => {
    const read = () => cardEventsOf(traceWith(pco, message));
    expect(read).toThrow(MisuseError);
    expect(read).toThrow(words);
  });
});
