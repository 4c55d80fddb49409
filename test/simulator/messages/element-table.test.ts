import { describe, expect, test } from "vitest";
import { elements, optional, required } from "../../../simulator/messages/element-table.ts";
import { D8, X } from "../../../simulator/messages/format.ts";
import { messageKinds } from "../../../simulator/messages/index.ts";
import { validate } from "../../../simulator/messages/validate.ts";
import { rowsOf } from "./rows.ts";

const scalars = messageKinds.flatMap((kind) =>
  [kind.request, kind.answer].flatMap((table) =>
    [...rowsOf(table)].flatMap(([path, row]) => (row.kind === "scalar" ? [{ name: `${kind.code} ${path}`, row }] : [])),
  ),
);

describe("every row of every table", () => {
  test.each(scalars)("$name accepts its good values and refuses its bad ones", ({ row }) => {
    expect(row.vectors.accepted.length).toBeGreaterThan(0);
    expect(row.vectors.refused.length).toBeGreaterThan(0);
    const alone = elements({ Element: row });
    for (const value of row.vectors.accepted) expect(validate(alone, { Element: value })).toEqual([]);
    for (const value of row.vectors.refused) expect(validate(alone, { Element: value }), `"${value}"`).not.toEqual([]);
  });
});

test("the type of a record follows from its table", () => {
  const table = elements({ Birthdate: required("生年月日", D8, [], []), Remark: optional("備考", X(5), [], []) });
  const record: NonNullable<typeof table.record> = { Birthdate: "19850505" };
  // @ts-expect-error: a required element cannot be left out
  const empty: NonNullable<typeof table.record> = { Remark: "" };
  expect(validate(table, record)).toEqual([]);
  expect(validate(table, empty)).not.toEqual([]);
});
