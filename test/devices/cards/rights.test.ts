import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uses } from "./access-table.ts";
import { AIDS, type ApplicationId, select, swOf } from "./apdus.ts";
import { perform, soundDeed } from "./arbitraries.ts";
import { card } from "./fixture.ts";
import { type InSlot, inSlot } from "./in-slot.ts";
import { openUp } from "./opened.ts";

const guarded = uses.filter(({ carrier, who }) => carrier === "card" && who !== "free");
const guardedIn = Object.entries(Object.groupBy(guarded, ({ application }) => application)).map(
  ([application, list]) => [application as ApplicationId, list ?? []] as const,
);
const others = Object.values(AIDS);

/** Ways to come back to an application without its rights. */
const barriers: readonly (readonly [string, (slot: InSlot, own: string, other: string) => void])[] = [
  ["a power cut", (slot) => slot.cutPower()],
  ["a reset", (slot) => slot.reset()],
  ["another application", (slot, own, other) => slot.send(select(other === own ? AIDS["card-manager"] : other))],
];

describe("rights never survive", () => {
  it.each(barriers)("%s, whatever was done before", (_name, barrier) => {
    fc.assert(
      fc.property(
        fc.array(soundDeed, { maxLength: 12 }),
        fc.constantFrom(...guardedIn),
        fc.constantFrom(...others),
        (deeds, [application, list], other) => {
          const slot = inSlot(card());
          for (const deed of deeds) perform(deed, slot);
          openUp(slot.send, application);
          barrier(slot, AIDS[application], other);
          slot.send(select(AIDS[application]));
          expect(list.map(({ what, command }) => [what, swOf(slot.send(command))])).toEqual(
            list.map(({ what }) => [what, "6982"]),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it("and they were there before the barrier: the test above would see them", () => {
    for (const [application, list] of guardedIn) {
      const slot = inSlot(card());
      openUp(slot.send, application);
      const open = list.filter(({ who }) => who !== "never");
      expect(open.map(({ command }) => swOf(slot.send(command)))).toEqual(open.map(() => "9000"));
    }
  });
});
