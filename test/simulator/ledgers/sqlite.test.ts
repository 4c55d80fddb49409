import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openLedger } from "../../../simulator/ledgers/open-ledger.ts";
import { SqliteStore } from "../../../simulator/ledgers/sqlite-store.ts";
import { computed, look, put } from "./contract.ts";
import { killAgainAndAgain } from "./crash.ts";
import { at, ownFolder } from "./places.ts";
import { openings } from "./read-only-file.ts";

const open = (path: string, population = "seed 1") => openLedger(`sqlite:${path}`, computed, population);

/** A file made by SQL. */
function made(path: string, sql: string): string {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
  return path;
}

describe("a ledger in an SQLite file", () => {
  it("is refused with the next step where the file is something else, and left as it is", async () => {
    using folder = ownFolder();
    const text = join(folder.path, "text");
    writeFileSync(text, "a letter to a friend, longer than a page of SQLite's header".repeat(20));
    await expect(open(text)).rejects.toMatchObject({
      code: "not-a-ledger",
      fix: expect.stringContaining("name a file"),
    });
    const foreign = made(join(folder.path, "foreign"), "CREATE TABLE customer (name TEXT)");
    const before = readFileSync(foreign);
    await expect(open(foreign)).rejects.toMatchObject({ code: "not-a-ledger" });
    expect(readFileSync(foreign).equals(before)).toBe(true);
  });

  it("is refused where it is of another layout or over other people, with both numbers", async () => {
    using folder = ownFolder();
    const path = join(folder.path, "ledger");
    await (await open(path)).close();
    await expect(open(path, "seed 2")).rejects.toMatchObject({
      code: "other-population",
      message: expect.stringMatching(/seed 1.*seed 2/),
    });
    made(path, "UPDATE ledger_schema SET version = 99");
    await expect(open(path)).rejects.toMatchObject({ code: "other-version", message: expect.stringMatching(/99.*1/) });
  });

  it("is refused where its folder is missing, or it may only be read", async () => {
    using folder = ownFolder();
    await expect(open(join(folder.path, "no", "ledger"))).rejects.toMatchObject({ code: "unreachable" });
    await expect(open(folder.path)).rejects.toMatchObject({ code: "unreachable" });
    const path = join(folder.path, "ledger");
    await (await open(path)).close();
    await expect(open(`file:${path}?mode=ro`)).rejects.toMatchObject({ code: "read-only" });
  });

  it.skipIf(process.platform === "win32")(
    "that may only be read is refused and left alone, so that it opens again once it may be written",
    () => {
      using folder = ownFolder();
      const files = ["ledger"];
      expect(openings(folder.path)).toEqual([
        { went: "opened", files },
        { went: "read-only", files },
        { went: "opened", files },
      ]);
    },
  );

  it.each([
    ["has a view alone", "CREATE VIEW v AS SELECT 1"],
    ["is marked by a program that made no table yet", "PRAGMA application_id = 77"],
    ["has a version of another program", "PRAGMA user_version = 5"],
  ])("is refused where the file %s, and left as it is", async (_title, sql) => {
    using folder = ownFolder();
    const path = made(join(folder.path, "foreign"), sql);
    const before = readFileSync(path);
    await expect(open(path)).rejects.toMatchObject({ code: "not-a-ledger" });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("is refused where it does not say its layout, and not as one of the layout undefined", async () => {
    using folder = ownFolder();
    const path = join(folder.path, "ledger");
    await (await open(path)).close();
    made(path, "DELETE FROM ledger_schema");
    await expect(open(path)).rejects.toMatchObject({ code: "not-a-ledger" });
  });

  it.each([":memory:", "file:ledger?mode=memory"])("is refused in %s, which nothing outlives", async (path) => {
    await expect(open(path)).rejects.toMatchObject({ message: expect.stringContaining("nothing would be kept") });
  });

  it.each([
    ["link", "{bad"],
    ["link", "null"],
    ["link", "5"],
    ["link", "[]"],
    ["bulkCount", "{}"],
    ["bulkCount", '{"jobs":"1"}'],
    ["insured", '{"personIds":[5]}'],
    ["bulkJob", '{"kind":"OQSmuquc","facility":"9910000018","acceptedAtMs":1,"readyAtMs":1}'],
    ["aid", "{}"],
  ] as const)("is refused where the row of a table, %s, is %s: the problem names the row", async (table, row) => {
    using folder = ownFolder();
    const path = join(folder.path, "ledger");
    await (await open(path)).close();
    made(path, `INSERT INTO ledger_row VALUES ('${table}', 'k1', '${row}')`);
    await using place = at(`sqlite:${path}`, () => undefined);
    await expect(look(await place.replica(), [table, "k1"])).rejects.toMatchObject({
      name: "LedgerProblem",
      code: "damaged",
      message: expect.stringMatching(new RegExp(`row k1 of the table ${table}`)),
    });
  });

  it("says so when another program holds it, and goes on once it is free", async () => {
    using folder = ownFolder();
    const path = join(folder.path, "ledger");
    const store = new SqliteStore({ path, computed, population: "seed 1", busyTimeoutMs: 20 });
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    const change = { table: "link", key: "1", row: { personId: "p1" } } as const;
    await expect(put(store, change)).rejects.toMatchObject({ code: "busy", message: expect.stringContaining(path) });
    other.exec("ROLLBACK");
    await put(store, change);
    other.close();
    await store.close();
  });

  it("loses no acknowledged change and keeps no half of one when its process is killed at random points", async () => {
    using folder = ownFolder();
    await killAgainAndAgain(`sqlite:${join(folder.path, "ledger")}`, 20261121);
  });
});

describe("the place of a ledger", () => {
  it.each([
    "",
    "sqlite:",
    "postgres",
    "postgres://u:secret@[",
    "postgres://u:secret@%%%",
    "postgres:///x?password=secret&port=99999",
    "mysql://u:secret@host/x",
  ])("%j is refused with what is accepted, and without repeating it", async (place) => {
    const refused = openLedger(place, computed, "seed 1");
    await expect(refused).rejects.toMatchObject({ field: "ledger", accepted: expect.arrayContaining(["memory"]) });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining("secret") });
  });
});
