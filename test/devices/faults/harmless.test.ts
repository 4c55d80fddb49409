import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { armFault } from "../../../harness/faults.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { DIGEST_INFO, E, J, P, Q, R, sign, V, wholeBy } from "../cards/apdus.ts";
import { PIN, REFERENCE_NUMBER_B } from "../cards/fixture.ts";
import { counter } from "../readers/counter.ts";
import { type CardFault, cardFaults, liveSlot } from "./live-slot.ts";

/** Parameters under which a fault never strikes: no chance, no times, nothing to change. */
const NEVER: Readonly<Record<CardFault["id"], object>> = {
  "application-missing": { application: "resident-register" },
  "card-misplaced": { placings: 0 },
  "card-swapped": { times: 0 },
  "chip-mute": { afterCommands: 1_000_000 },
  "counter-write-lost": { times: 0 },
  "early-end-of-file": { fromByte: 0x8000 },
  "intermittent-field": { parts: 0 },
  "memory-failure": { times: 0 },
  "power-lost-before-signature": { times: 0 },
  "sign-failure": { times: 0 },
  "slow-chip": { extensions: 0 },
  "spurious-status-word": { parts: 0, times: 1_000_000 },
  "torn-at-apdu": { apdu: 1_000_000 },
  "truncated-certificate": { keepBytes: 0x7fff },
  "two-cards": { placings: 0 },
  "unreadable-photo": { bytes: 0 },
  "wrong-length-answer": { times: 0 },
};
/** What clients send, and bytes that nobody would. */
const commands = fc.array(
  fc.oneof(
    fc.constantFrom(
      J,
      V,
      E(0x000a),
      E(0x0018),
      E(0x0002),
      E(0x0012),
      Q,
      P(PIN),
      P("9999"),
      P(REFERENCE_NUMBER_B),
      R(0, 256),
    ),
    fc.constantFrom(R(300, 100), wholeBy(0x0a), wholeBy(0x02), sign(DIGEST_INFO), sign(DIGEST_INFO, 0)),
    fc.uint8Array({ minLength: 0, maxLength: 12 }).map(toHex),
  ),
  { minLength: 1, maxLength: 12 },
);

/** Every crossing of one check-in by each way. */
async function traceWith(arm: (world: Awaited<ReturnType<typeof counter>>["world"]) => void): Promise<string> {
  const { world, checkIn, trace } = await counter(["employee", "colleague"], { faces: true });
  arm(world);
  for (const method of ["face", "pin", "visual"] as const) checkIn("employee", { methods: [method], wrongPins: 1 });
  return trace()
    .crossings.map((crossing) => JSON.stringify(crossing))
    .join("\n");
}

describe("a fault that never strikes", () => {
  it.each(cardFaults.map(({ id }) => id))("%s leaves a trace as if it were not there, byte for byte", async (id) => {
    const without = await traceWith(() => undefined);
    expect(await traceWith((world) => armFault(id, NEVER[id], world))).toBe(without);
  });

  it("answers any commands as if it were not there, all faults at once", () => {
    fc.assert(
      fc.property(commands, fc.integer(), (sent, seed) => {
        const [plain, armed] = [liveSlot(), liveSlot({ seed })];
        for (const { id } of cardFaults) armed.arm(id, NEVER[id]);
        expect(armed.lay()).toBe(plain.lay());
        for (const hex of sent) expect(armed.send(hex)).toBe(plain.send(hex));
        expect(armed.observed.length).toBe(plain.observed.length);
        expect(armed.marked()).toEqual([]);
      }),
    );
  });
});

describe("a fault that strikes", () => {
  it("any of them, any commands: one answer or none to each, and nothing of ours breaks", () => {
    fc.assert(
      fc.property(fc.constantFrom(...cardFaults), commands, fc.integer(), ({ id }, sent, seed) => {
        const live = liveSlot({ seed });
        live.arm(id);
        live.lay();
        for (const hex of sent) expect(live.send(hex)).toMatch(/^(?:no answer|(?:[0-9A-F]{2}){2,})$/);
      }),
    );
  });

  it.each(cardFaults.map(({ id }) => id))(
    "%s strikes the same way for the same seed, and after being armed anew",
    async (id) => {
      const armed = () => traceWith((world) => armFault(id, {}, world));
      expect(await armed()).toBe(await armed());
      const anew = await traceWith((world) => {
        armFault(id, {}, world)();
        armFault(id, {}, world);
      });
      expect(anew).toBe(await armed());
    },
  );

  it("by chance strikes elsewhere for another seed", () => {
    const answers = (seed: number) => {
      const live = liveSlot({ seed });
      live.arm("intermittent-field");
      live.lay();
      return Array.from({ length: 40 }, () => live.send(J));
    };
    expect(answers(1)).toEqual(answers(1));
    expect(answers(1)).not.toEqual(answers(2));
  });
});
