import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readerMessages } from "../../../devices/readers/messages.ts";
import type { ConfirmationMethod } from "../../../devices/readers/profile.ts";
import { armFault } from "../../../harness/faults.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { counter, faceFiles } from "../readers/counter.ts";
import { type CardFault, cardFaults } from "./live-slot.ts";

const METHODS = ["face", "pin", "visual"] as const;
type Ways = readonly ConfirmationMethod[];
/** How many commands a check-in sends, and one more, which no fault can hit. */
const COMMANDS = { face: 66, pin: 15, visual: 18 } as const;
/** What a fault of the card may be called; nothing of it is the patient's or the certificate's fault. */
const CARD_MESSAGES: readonly string[] = ["001", "002", "SIM-005", "SIM-026"];

/** The first way, and what the patient chooses when it is closed. */
const inOrder = (first: ConfirmationMethod, others: Ways): [ConfirmationMethod, ...ConfirmationMethod[]] => [
  first,
  ...others.filter((method) => method !== first),
];

/** One patient with a fault; every session ends, and says so. */
async function session(id: CardFault["id"], params: object, first: ConfirmationMethod, others = METHODS as Ways) {
  const { world, checkIn, trace } = await counter(["employee", "colleague"], { faces: true });
  armFault(id, params, world);
  const outcome = checkIn("employee", { methods: inOrder(first, others) });
  const seen = trace();
  const files = faceFiles(seen);
  const shown = seen
    .on("reader.screen")
    .flatMap(({ message: { message } }) => (message === undefined ? [] : [message]));
  expect(outcome).toBeDefined();
  expect(files).toHaveLength(outcome?.kind === "done" ? 1 : 0);
  expect(seen.on("card.field").at(-1)?.message.change).toBe("removed");
  expect(seen.on("card.apdu").length).toBeLessThan(3 * COMMANDS.face);
  const nameOf = (persona: "employee" | "colleague") => world.actor(persona).person.name;
  return { outcome, files, shown, nameOf };
}

const everyCommand = (method: (typeof METHODS)[number]) => Array.from({ length: COMMANDS[method] }, (_, nth) => nth);

it.each(METHODS)("a check-in by %s has as many commands as are hit here", async (method) => {
  const { world, checkIn, trace } = await counter(["employee"], { faces: true });
  armFault("torn-at-apdu", { apdu: COMMANDS[method] - 1 }, world);
  expect(checkIn("employee", { methods: [method] })).toMatchObject({ kind: "done" });
  expect(trace().on("card.apdu")).toHaveLength(COMMANDS[method] - 1);
});

describe.each(METHODS)("at any command of a check-in by %s", (method) => {
  it("a card torn away, or mute from there on, is told as such", async () => {
    for (const nth of everyCommand(method)) {
      for (const [id, params] of [
        ["torn-at-apdu", { apdu: nth }],
        ["chip-mute", { afterCommands: nth }],
      ] as const) {
        const { outcome, shown } = await session(id, params, method);
        if (outcome?.kind === "ended") expect(["001", "SIM-005"]).toContain(outcome.message);
        expect(shown.slice(0, -1)).toEqual([]);
      }
    }
  });

  it("a wrong status word or a wrong length never makes a good certificate a bad one, nor another person of the patient", async () => {
    for (const nth of everyCommand(method)) {
      for (const [id, params] of [
        ["spurious-status-word", { nth }],
        ["memory-failure", { on: "any", nth }],
        ["wrong-length-answer", { on: "any", nth }],
        ["wrong-length-answer", { on: "any", nth, length: "grown", bytes: 256 }],
      ] as const) {
        const { outcome, files, shown, nameOf } = await session(id, params, method);
        for (const message of shown) expect(CARD_MESSAGES).toContain(message);
        if (outcome?.kind === "done") expect(files[0]).toContain(nameOf("employee"));
      }
    }
  });

  it("success that was none is found out, or harmless", async () => {
    for (const nth of everyCommand(method)) {
      const { outcome, files, nameOf } = await session("spurious-status-word", { sw: "9000", nth }, method);
      if (outcome?.kind === "done") expect(files[0]).toContain(nameOf("employee"));
    }
  });
});

describe.each(["face", "pin"] as const)("a card swapped at any command of a check-in by %s", (method) => {
  it("never opens another person's data with what the first one showed", async () => {
    const ends = new Set<string>();
    for (const nth of everyCommand(method)) {
      const { outcome, files, shown, nameOf } = await session("card-swapped", { on: "any", nth }, method, []);
      expect(files.join()).not.toContain(nameOf("colleague"));
      ends.add(outcome?.kind === "ended" ? outcome.message : "done");
      for (const message of shown) expect(Object.keys(readerMessages)).toContain(message);
    }
    expect(ends).toContain(method === "face" ? "SIM-026" : "001");
  });
});

describe("an intermittent field", () => {
  it("of any strength and at any seed ends every session, and the next patient is served", async () => {
    const field = cardFaults.find(({ id }) => id === "intermittent-field");
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom(...METHODS),
        async (seed, parts, method) => {
          const { world, checkIn, trace } = await counter(["employee", "colleague"], { faces: true });
          const repair = field?.plugInto(
            world.board,
            { parts, of: 40 },
            { clock: world.clock, rng: rngFromSeed(seed) },
          );
          const outcome = checkIn("employee", { methods: [method, ...METHODS] });
          if (outcome?.kind !== "done")
            expect(["001", "SIM-005"]).toContain(outcome?.kind === "ended" ? outcome.message : outcome);
          repair?.();
          expect(checkIn("colleague", { methods: [method] })).toMatchObject({ kind: "done" });
          expect(faceFiles(trace())).toHaveLength(outcome?.kind === "done" ? 2 : 1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
