import { describe, expect, it } from "vitest";
import { deskSchemas } from "../../harness/desk-schemas.ts";
import { deskWords } from "../../harness/desk-words.ts";

const { task, report } = deskSchemas();
const lists = Object.entries({ ...task.$defs, ...report.$defs }).flatMap(([id, schema]) =>
  schema.enum === undefined ? [] : [[id, schema.enum] as const],
);

describe("the desk's shapes", () => {
  it.each(lists)("say in words what each value of %s means", (id, values) => {
    expect(values.filter((value) => deskWords[id]?.[value] === undefined)).toEqual([]);
  });

  it("name no list that there is not", () => {
    expect(Object.keys(deskWords).sort()).toEqual(lists.map(([id]) => id).sort());
  });
});
