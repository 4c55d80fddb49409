import { describe, expect, it } from "vitest";
import { AUTHENTICATION_PIN, jpki } from "../../../devices/cards/applications/jpki.ts";
import type { Card } from "../../../devices/cards/card.ts";
import { queryPin, selectApplication, selectFile } from "../../../devices/iso7816/commands.ts";
import { SW, triesLeftIn } from "../../../devices/iso7816/status-word.ts";
import type { ConfirmationMethod } from "../../../devices/readers/profile.ts";
import { armFault } from "../../../harness/faults.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { counter, faceFiles, type Visitor } from "../readers/counter.ts";
import { type CardFault, cardFaults } from "./live-slot.ts";

type Methods = readonly [ConfirmationMethod, ...ConfirmationMethod[]];
/** What the patient sees at the end, and how many tries their PIN has afterwards. */
type Row = readonly [CardFault["id"], object, Methods, "done" | string, number];

const FACE: Methods = ["face"];
const PIN: Methods = ["pin"];
const VISUAL: Methods = ["visual"];

/** Asks the card itself. */
function triesLeft(card: Card): number | undefined {
  card.powerOn();
  card.transmit(selectApplication(jpki.aid));
  card.transmit(selectFile(AUTHENTICATION_PIN));
  const left = triesLeftIn(card.transmit(queryPin()).response.sw);
  card.powerOff();
  return left;
}

const messages = (trace: Trace): readonly string[] =>
  trace
    .on("reader.screen")
    .flatMap(({ message: { screen, message } }) => (message === undefined ? [] : [`${screen} ${message}`]));
/** A minute on a screen, and a slow card: no session is longer. */
const LONGEST_MS = 5 * 60_000;

const rows: readonly Row[] = [
  ["application-missing", {}, VISUAL, "002", 3],
  ["application-missing", { application: "card-surface" }, ["face", "pin"], "done", 3],
  ["card-misplaced", {}, FACE, "001", 3],
  ["two-cards", {}, FACE, "001", 3],
  ["chip-mute", {}, FACE, "001", 3],
  ["chip-mute", { afterCommands: 5 }, FACE, "SIM-005", 3],
  ["chip-mute", { afterCommands: 11 }, PIN, "SIM-005", 3],
  ["memory-failure", {}, PIN, "001", 3],
  ["memory-failure", { on: "select" }, PIN, "done", 3],
  ["memory-failure", { on: "select", times: 3 }, PIN, "001", 3],
  ["memory-failure", { on: "read-binary" }, ["face", "pin"], "done", 3],
  ["sign-failure", {}, PIN, "001", 3],
  ["sign-failure", {}, FACE, "001", 3],
  ["spurious-status-word", { sw: "6A82" }, VISUAL, "002", 3],
  ["spurious-status-word", { on: "internal-authenticate" }, ["face", "pin"], "done", 3],
  ["spurious-status-word", { sw: "9000", on: "query-tries" }, PIN, "done", 3],
  ["spurious-status-word", { sw: "9000", on: "query-tries", times: 3 }, PIN, "001", 3],
  ["truncated-certificate", {}, VISUAL, "001", 3],
  ["truncated-certificate", { certificate: "signature" }, VISUAL, "done", 3],
  ["early-end-of-file", {}, VISUAL, "001", 3],
  ["early-end-of-file", { fromByte: 2000 }, ["face", "pin"], "done", 3],
  ["wrong-length-answer", {}, FACE, "done", 3],
  ["wrong-length-answer", { length: "grown" }, VISUAL, "SIM-005", 3],
  ["wrong-length-answer", { on: "sign" }, PIN, "001", 3],
  ["wrong-length-answer", { on: "get-challenge", bytes: 16 }, VISUAL, "001", 3],
  ["unreadable-photo", {}, ["face", "pin"], "done", 3],
  ["torn-at-apdu", { apdu: 0 }, PIN, "001", 3],
  ["torn-at-apdu", { apdu: 40 }, ["face", "pin"], "SIM-005", 3],
  ["torn-at-apdu", { apdu: 13 }, PIN, "SIM-005", 3],
  ["intermittent-field", { parts: 1, of: 1 }, VISUAL, "001", 3],
  ["slow-chip", {}, FACE, "done", 3],
  ["slow-chip", { extensions: 59 }, PIN, "done", 3],
  ["card-swapped", {}, FACE, "001", 3],
  ["card-swapped", {}, PIN, "001", 3],
  ["card-swapped", { on: "external-authenticate" }, FACE, "001", 3],
  ["power-lost-before-signature", {}, PIN, "001", 3],
  ["power-lost-before-signature", {}, VISUAL, "001", 3],
  ["counter-write-lost", {}, PIN, "done", 3],
];

describe("a fault of the card at the reader", () => {
  it.each(rows)(
    "%s %j by %j ends with %s, %i tries left, and the next patient is served",
    async (id, params, methods, end, left) => {
      const { world, checkIn, trace } = await counter(["employee", "colleague"], { faces: true });
      const startMs = world.clock.nowMs;
      const repair = armFault(id, params, world);
      const outcome = checkIn("employee", { methods });
      expect(outcome?.kind === "ended" ? outcome.message : outcome?.kind).toBe(end);
      expect(world.clock.nowMs - startMs).toBeLessThan(LONGEST_MS);
      expect(triesLeft(world.cardOf("employee"))).toBe(left);
      expect(faceFiles(trace())).toHaveLength(end === "done" ? 1 : 0);
      if (end !== "done") expect(messages(trace()).at(-1)).toBe(`S09 ${end}`);
      expect(trace().on("card.field").at(-1)?.message.change).toBe("removed");
      repair();
      expect(checkIn("colleague", { methods })).toMatchObject({ kind: "done" });
    },
  );

  it("is proven here for each there is", () => {
    expect(new Set(rows.map(([id]) => id))).toEqual(new Set(cardFaults.map(({ id }) => id)));
  });
});

describe("the face way that is closed", () => {
  it.each<readonly [CardFault["id"], object, string]>([
    ["unreadable-photo", {}, "S02 SIM-026"],
    ["early-end-of-file", {}, "S02 001"],
    ["application-missing", { application: "card-surface" }, "S02 001"],
    ["spurious-status-word", { on: "internal-authenticate" }, "S02 SIM-026"],
  ])("by %s %j shows %s and leaves PIN and visual check open", async (id, params, message) => {
    const { world, checkIn, trace } = await counter(["employee"], { faces: true });
    armFault(id, params, world);
    checkIn("employee", { methods: ["face", "pin"] });
    expect(messages(trace())[0]).toBe(message);
    const offers = trace()
      .on("reader.screen")
      .flatMap(({ message: view }) => (view.touch === undefined ? (view.offers ?? []) : []));
    expect(offers).toEqual(["face", "pin", "visual", "pin", "visual"]);
  });

  it("by a card that was torn away leaves nothing open: the session ends at once", async () => {
    const { world, checkIn, trace } = await counter(["employee"], { faces: true });
    armFault("torn-at-apdu", { apdu: 6 }, world);
    expect(checkIn("employee", { methods: ["face", "pin", "visual"] })).toEqual({ kind: "ended", message: "SIM-005" });
    expect(messages(trace())).toEqual(["S09 SIM-005"]);
  });

  it("together with every other way ends with what closed the last one", async () => {
    const { world, checkIn } = await counter(["employee"], { faces: true });
    armFault("unreadable-photo", {}, world);
    const nobodyLooks: Visitor["twist"] = ({ screen }) => (screen === "S03d" ? { kind: "left" } : undefined);
    const script = { methods: ["face", "pin", "visual"], wrongPins: 3, twist: nobodyLooks } as const;
    expect(checkIn("employee", script)).toEqual({ kind: "ended", message: "SIM-008" });
  });
});

describe("the tries of a PIN", () => {
  it.each<readonly [string, CardFault["id"], object, number]>([
    ["torn away in VERIFY it was counted", "torn-at-apdu", { apdu: 11 }, 2],
    ["mute at VERIFY it was not", "chip-mute", { afterCommands: 11 }, 3],
    ["memory failed: the answer alone is wrong, it was counted", "memory-failure", {}, 2],
    ["the counter was not kept, once of two wrong ones", "counter-write-lost", {}, 2],
  ])("typed wrong; %s", async (_case, id, params, left) => {
    const { world, checkIn } = await counter(["employee"]);
    armFault(id, params, world);
    const twice: Visitor["twist"] = ({ screen }, shown) =>
      screen === "S03b" && shown > 2 ? { kind: "left" } : undefined;
    checkIn("employee", { methods: ["pin"], wrongPins: 2, twist: twice });
    expect(triesLeft(world.cardOf("employee"))).toBe(left);
  });

  it("are never more for whoever can make the chip forget: the reader asks no more often than it had tries", async () => {
    const { world, checkIn, trace } = await counter(["employee"]);
    armFault("counter-write-lost", { times: 1_000 }, world);
    checkIn("employee", { methods: ["pin"], wrongPins: 100 });
    expect(trace().on("terminal.api")).toHaveLength(3);
    expect(triesLeft(world.cardOf("employee"))).toBe(3);
  });
});

describe("a card that was swapped in", () => {
  it("has no power left after the session, like the one it came for", async () => {
    const { world, checkIn, spares } = await counter(["employee"]);
    armFault("card-swapped", {}, world);
    checkIn("employee", { methods: ["pin"] });
    expect(spares).toHaveLength(1);
    for (const card of [...spares, world.cardOf("employee")])
      expect(card.transmit(selectApplication(jpki.aid)).response.sw).toBe(SW.conditionsNotSatisfied);
  });
});

describe("the evidence of a fault", () => {
  it("counter-write-lost stands where the chip was fed, with the header of the command and no digit of the PIN", async () => {
    const { world, checkIn, trace } = await counter(["employee"]);
    armFault("counter-write-lost", {}, world);
    checkIn("employee", { methods: ["pin"], wrongPins: 1 });
    expect(
      trace()
        .on("card.supply")
        .map(({ message, by }) => [message, by]),
    ).toEqual([[{ reader: "R1", command: "00200080", supply: "write-lost" }, ["counter-write-lost"]]]);
  });

  it("unreadable-photo marks every answer that held the damage, and shows none of the photo", async () => {
    const { world, checkIn, trace } = await counter(["employee"], { faces: true });
    armFault("unreadable-photo", { bytes: 1_000 }, world);
    checkIn("employee", { methods: ["face"] });
    const marked = trace()
      .on("card.apdu")
      .filter(({ by }) => by?.includes("unreadable-photo"));
    expect(marked.length).toBeGreaterThan(3);
    expect(new Set(marked.map(({ message }) => message.response))).toEqual(new Set(["«photo»9000"]));
  });
});
