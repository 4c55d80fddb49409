import { describe, expect, it } from "vitest";
import { cardApplications } from "../../../devices/cards/applications/index.ts";
import { card } from "./fixture.ts";
import { fileOf } from "./opened.ts";

describe("files of the applications", () => {
  it.each(
    cardApplications.flatMap(({ id, objects }) =>
      objects.flatMap((object) => (object.kind === "file" ? [[id, object.name.en, object] as const] : [])),
    ),
  )("%s, %s: the vectors in the row hold", (_id, _name, row) => {
    expect(row.check()).toEqual([]);
  });

  it("ids are unique in an application and fit the short form", () => {
    for (const { objects } of cardApplications) {
      expect(new Set(objects.map(({ fid }) => fid)).size).toBe(objects.length);
      expect(objects.every(({ fid }) => fid > 0 && fid < 0x1f)).toBe(true);
    }
  });

  it.each([
    ["jpki", 0x01, 2048],
    ["jpki", 0x02, 2048],
    ["jpki", 0x06, 160],
    ["jpki", 0x08, 3],
    ["jpki", 0x0a, 2048],
    ["jpki", 0x0b, 2048],
    ["card-surface", 0x01, 547],
    ["card-surface", 0x02, 1785],
    ["card-surface", 0x03, 320],
    ["card-surface", 0x04, 568],
    ["card-surface", 0x05, 634],
    ["card-surface", 0x06, 16],
    ["text-input", 0x01, 17],
    ["text-input", 0x02, 89],
    ["text-input", 0x03, 336],
    ["text-input", 0x04, 568],
    ["text-input", 0x05, 164],
    ["text-input", 0x06, 269],
    ["text-input", 0x07, 536],
  ] as const)("%s %i is %i bytes long (my-number-card.md §1.2 to §1.5, §8 D-04)", (application, fid, size) => {
    expect(fileOf(card(), application, fid)).toHaveLength(size);
  });
});
