import { describe, expect, it } from "vitest";
import { cardApplications, phoneApplications } from "../../../devices/cards/applications/index.ts";
import type { CarrierKind } from "../../../devices/cards/card-image.ts";
import { accessTable, uses } from "./access-table.ts";
import { AIDS, type ApplicationId, select, swOf } from "./apdus.ts";
import { card, talk } from "./fixture.ts";
import { KEYS, type Send } from "./opened.ts";

/** What the card answers to the command when exactly this was presented before: one right, or none. */
function answered(carrier: CarrierKind, application: ApplicationId, command: string, present?: (send: Send) => void) {
  const send = talk(card({ carrier }));
  send(select(AIDS[application]));
  present?.(send);
  return swOf(send(command));
}

describe("who may read what", () => {
  it.each(uses)("$carrier, $application, $what: $who", ({ carrier, application, command, who }) => {
    const allowed = (right: number): boolean => who === "free" || (who !== "never" && who.includes(right));
    const rights = Object.entries(KEYS[application]).map(([right, present]) => [Number(right), present] as const);
    const heard = rights.map(([right, present]) => [right, answered(carrier, application, command, present)]);
    expect(heard).toEqual(rights.map(([right]) => [right, allowed(right) ? "9000" : "6982"]));
    expect(answered(carrier, application, command)).toBe(who === "free" ? "9000" : "6982");
  });

  it("the table speaks of every file and every key there is", () => {
    const known = (carrier: CarrierKind, id: string, kind: "file" | "key"): readonly number[] => {
      const rows = accessTable.filter((row) => (row.carrier ?? "card") === carrier && row.application === id);
      return rows
        .flatMap(({ files, records, keys }) => Object.keys(kind === "file" ? { ...files, ...records } : (keys ?? {})))
        .map(Number)
        .sort((a, b) => a - b);
    };
    for (const { id, objects } of cardApplications)
      for (const kind of ["file", "key"] as const) {
        // 共通カードAP's key signs by INTERNAL AUTHENTICATE alone: signing.test.ts.
        const there = objects.filter((object) => object.kind === kind && !("does" in object && object.does !== "sign"));
        expect([id, kind, known("card", id, kind)]).toEqual([
          id,
          kind,
          there.map(({ fid }) => fid).sort((a, b) => a - b),
        ]);
      }
    expect(phoneApplications.map(({ id }) => id)).toEqual(["card-manager", "jpki"]);
  });

  it("PINs of one application open nothing in another, though the same digits and ids are there", () => {
    const send = talk();
    for (const step of [select(AIDS["card-surface"]), select(AIDS["text-input"])]) send(step);
    KEYS["text-input"][0x11]?.(send);
    send(select(AIDS["card-surface"]));
    expect(swOf(send("00B0810000"))).toBe("6982");
  });
});
