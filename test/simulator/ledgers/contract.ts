import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  ComputedRows,
  LedgerChange,
  LedgerKey,
  LedgerTables,
  LedgerWork,
} from "../../../simulator/central/ledger.ts";
import type { LedgerStore } from "../../../simulator/ledgers/ledger-store.ts";

/** A place where a ledger is kept, fresh for one test. */
export interface Place extends AsyncDisposable {
  /** Another process's way to the same ledger; over the people {@link computed} knows. */
  replica(): Promise<LedgerStore>;
}

/** People nobody stored: `p…`, and what `insured` of `k…` leads to. */
export const computed: ComputedRows = (table, key) => {
  const rows: Readonly<Partial<Record<keyof LedgerTables, object>>> = { insured: { personIds: [`of ${key}`] } };
  return (key.startsWith("k") ? rows[table] : undefined) as LedgerTables[typeof table] | undefined;
};

/** Work of one step: reads rows, then changes what it makes of them. */
export function* change(
  keys: readonly LedgerKey[],
  changes: (slice: Parameters<LedgerWork<never>["next"]>[0]) => readonly LedgerChange[],
): LedgerWork<{ readonly changes: readonly LedgerChange[] }> {
  const slice = yield keys;
  return { changes: changes(slice) };
}

/** Rows as they are now, in the order of their keys. */
export async function look<K extends readonly LedgerKey[]>(
  store: LedgerStore,
  ...keys: K
): Promise<readonly unknown[]> {
  const { found } = await store.transact(function* () {
    const slice = yield keys;
    return { found: keys.map(([table, key]) => slice.get(table, key)), changes: [] };
  });
  return found;
}

/** Puts rows, without looking. */
export const put = (store: LedgerStore, ...changes: readonly LedgerChange[]) =>
  store.transact(() => change([], () => changes));

const counter = (key: string, effectiveAtMs: number): LedgerChange => ({
  table: "registration",
  key,
  row: { effectiveAtMs },
});

/** Adds one to counters, all of them read before any is written; each step reads one, in the order given. */
export function* count(...keys: readonly string[]): LedgerWork<{ readonly changes: readonly LedgerChange[] }> {
  const changes: LedgerChange[] = [];
  for (const key of keys) {
    const slice = yield [["registration", key]];
    changes.push(counter(key, (slice.get("registration", key)?.effectiveAtMs ?? 0) + 1));
  }
  return { changes };
}

const ODD = ["●", "髙﨑　ｻｷ", "👨‍👩‍👧", 'a"b\\c', "\u0000\u001f\u2028", "\ud800", "'; DROP TABLE ledger_row; --"];

/** What every place must keep to. `open` makes a fresh one. */
export function ledgerContract(name: string, open: () => Promise<Place>): void {
  describe(`a ledger in ${name}`, () => {
    it("shows the computed row of whom nobody has touched, and nothing where there is none", async () => {
      await using place = await open();
      const store = await place.replica();
      expect(await look(store, ["insured", "k1"], ["insured", "x"], ["consent", "k1"])).toEqual([
        { personIds: ["of k1"] },
        undefined,
        undefined,
      ]);
    });

    it("lays changed rows over computed ones, for every replica and after all have gone", async () => {
      await using place = await open();
      const [one, other] = [await place.replica(), await place.replica()];
      await put(one, { table: "insured", key: "k1", row: { personIds: ["changed"] } });
      expect(await look(other, ["insured", "k1"], ["insured", "k2"])).toEqual([
        { personIds: ["changed"] },
        { personIds: ["of k2"] },
      ]);
    });

    it("hides the computed row under a removed one until it is written again", async () => {
      await using place = await open();
      const [one, other] = [await place.replica(), await place.replica()];
      await put(one, { table: "insured", key: "k1", row: undefined });
      expect(await look(other, ["insured", "k1"])).toEqual([undefined]);
      await put(other, { table: "insured", key: "k1", row: { personIds: [] } });
      expect(await look(one, ["insured", "k1"])).toEqual([{ personIds: [] }]);
    });

    it("gives back the very text that was written, odd characters and the order of names included", async () => {
      await using place = await open();
      const store = await place.replica();
      const row = { personIds: ODD, zeta: 1, alpha: { inner: ODD, none: null } };
      await put(store, { table: "insured", key: "06990010/●髙'\\", row });
      const [found] = await look(store, ["insured", "06990010/●髙'\\"]);
      expect(JSON.stringify(found)).toBe(JSON.stringify(row));
    });

    it("keeps the same key of two tables apart, and counts the last of two changes of one row", async () => {
      await using place = await open();
      const store = await place.replica();
      await put(store, counter("same", 1), { table: "link", key: "same", row: { personId: "p1" } }, counter("same", 2));
      expect(await look(store, ["registration", "same"], ["link", "same"])).toEqual([
        { effectiveAtMs: 2 },
        { personId: "p1" },
      ]);
    });

    it("gives a slice of the rows that were asked for, and of no others", async () => {
      await using place = await open();
      const store = await place.replica();
      await put(store, counter("there", 1));
      const { seen } = await store.transact(function* () {
        const slice = yield [["insured", "k1"]];
        return { seen: [slice.get("registration", "there"), slice.get("insured", "k2")], changes: [] };
      });
      expect(seen).toEqual([undefined, undefined]);
    });

    it("holds what a map would hold after any messages, whichever replica they come to", async () => {
      await using place = await open();
      const replicas = [await place.replica(), await place.replica()];
      const row = fc.option(fc.record({ personIds: fc.array(fc.string({ unit: "binary" })) }), { nil: undefined });
      const write = fc.record({ name: fc.constantFrom("k1", "k2", "x"), row });
      const messages = fc.array(fc.record({ to: fc.nat(1), writes: fc.array(write, { maxLength: 4 }) }), {
        maxLength: 8,
      });
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(messages, async (sent) => {
          const run = ++runs;
          const model = new Map<string, string | undefined>();
          for (const { to, writes } of sent) {
            const changes = writes.map(
              (one): LedgerChange => ({ table: "insured", key: `${one.name} ${run}`, row: one.row }),
            );
            for (const { key, row } of changes) model.set(key, JSON.stringify(row));
            await put(replicas[to] as LedgerStore, ...changes);
          }
          for (const name of ["k1", "k2", "x"]) {
            const key = `${name} ${run}`;
            const expected = model.has(key) ? model.get(key) : JSON.stringify(computed("insured", key));
            const [found] = await look(replicas[run % 2] as LedgerStore, ["insured", key]);
            expect(JSON.stringify(found)).toBe(expected);
          }
        }),
        { numRuns: 40 },
      );
    });

    it("changes nothing when the work fails, and goes on", async () => {
      await using place = await open();
      const store = await place.replica();
      const failing = function* (): LedgerWork<{ readonly changes: readonly LedgerChange[] }> {
        yield [["registration", "a"]];
        throw new RangeError("the work failed");
      };
      await expect(store.transact(failing)).rejects.toThrow("the work failed");
      await store.transact(() => count("a"));
      expect(await look(store, ["registration", "a"])).toEqual([{ effectiveAtMs: 1 }]);
    });

    it("loses no change when two replicas change one row again and again, at the same time", async () => {
      await using place = await open();
      const replicas = [await place.replica(), await place.replica()];
      const each = Array.from({ length: 40 }, (_, number) => replicas[number % 2]?.transact(() => count("sum")));
      await Promise.all(each);
      expect(await look(await place.replica(), ["registration", "sum"])).toEqual([{ effectiveAtMs: 40 }]);
    });

    it("loses no change when replicas reach the same rows step by step in opposite orders", async () => {
      await using place = await open();
      const [one, other] = [await place.replica(), await place.replica()];
      await Promise.all(
        Array.from({ length: 20 }, () => [
          one.transact(() => count("a", "b", "c")),
          other.transact(() => count("c", "b", "a")),
        ]).flat(),
      );
      expect(await look(one, ["registration", "a"], ["registration", "b"], ["registration", "c"])).toEqual(
        Array.from({ length: 3 }, () => ({ effectiveAtMs: 40 })),
      );
    });

    it("keeps 1,000 changes of one message together: others see all of them or none", async () => {
      await using place = await open();
      const [writer, reader] = [await place.replica(), await place.replica()];
      const keys = Array.from({ length: 1_000 }, (_, number): LedgerKey => ["registration", `row ${number}`]);
      const writeAll = (value: number) =>
        writer.transact(() => change(keys, () => keys.map(([, key]) => counter(key, value))));
      const seen: unknown[] = [];
      const looking = async (): Promise<void> => {
        for (let number = 0; number < 5; number++) {
          const rows = await look(reader, ...keys.filter((_, index) => index % 111 === 0));
          seen.push(...rows.map((row) => JSON.stringify(row) === JSON.stringify(rows[0])));
        }
      };
      for (const value of [1, 2, 3]) await Promise.all([writeAll(value), looking()]);
      expect(new Set(seen)).toEqual(new Set([true]));
      expect(new Set((await look(reader, ...keys)).map((row) => JSON.stringify(row)))).toEqual(
        new Set(['{"effectiveAtMs":3}']),
      );
    });
  });
}
