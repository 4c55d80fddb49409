import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LedgerWork } from "../../simulator/central/ledger.ts";
import type { WithChanges } from "../../simulator/ledgers/ledger-store.ts";
import { openLedger } from "../../simulator/ledgers/open-ledger.ts";
import { computed, count, ledgerContract, look, put } from "../simulator/ledgers/contract.ts";
import { expectWhole, killAgainAndAgain, runWriter, WRITES } from "../simulator/ledgers/crash.ts";
import { at } from "../simulator/ledgers/places.ts";
import { replicaContract } from "../simulator/ledgers/replica-contract.ts";
import { type Cluster, openCluster } from "./postgres/cluster.ts";

let cluster: Cluster;
beforeAll(async () => {
  cluster = await openCluster();
});
afterAll(() => cluster?.[Symbol.asyncDispose]());

const open = (address: string, population = "seed 1") => openLedger(address, computed, population);

const inPostgres = async () => at(await cluster.database(), () => undefined);
ledgerContract("PostgreSQL", inPostgres);
replicaContract("PostgreSQL", inPostgres);

describe("a ledger in PostgreSQL", () => {
  it("is made once when replicas start together", async () => {
    const address = await cluster.database();
    const replicas = await Promise.all(Array.from({ length: 5 }, () => open(address)));
    await Promise.all(replicas.map((replica) => replica.transact(() => count("sum"))));
    for (const replica of replicas) await replica.close();
    const rows = await cluster.sql(address, "SELECT tbl, key, row->>'effectiveAtMs' FROM madoguchi.ledger_row");
    expect(rows).toBe("registration|sum|5\n");
  });

  it("loses no change when each replica has more messages at once than connections", async () => {
    const address = await cluster.database();
    const replicas = [await open(address), await open(address)];
    const orders = [
      ["a", "b", "c", "d"],
      ["d", "c", "b", "a"],
    ] as const;
    const all = Array.from({ length: 400 }, (_, number) =>
      replicas[number % 2]?.transact(() => count(...(orders[(number >> 1) % 2] ?? []))),
    );
    await Promise.all(all);
    expect(
      await look(replicas[0] as NonNullable<(typeof replicas)[0]>, ["registration", "a"], ["registration", "d"]),
    ).toEqual([{ effectiveAtMs: 400 }, { effectiveAtMs: 400 }]);
    expect(
      await cluster.sql(address, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"),
    ).toBe("0\n");
    for (const replica of replicas) await replica.close();
  });

  it("takes a batch of 4,000 rows from several replicas at once, within the server's usual number of locks", async () => {
    const address = await cluster.database();
    const replicas = await Promise.all(Array.from({ length: 4 }, () => open(address)));
    const keys = Array.from({ length: 4_000 }, (_, number) => `row ${number}`);
    const batch = function* (): LedgerWork<WithChanges> {
      const slice = yield keys.map((key) => ["registration", key] as const);
      return {
        changes: keys.map((key) => ({
          table: "registration" as const,
          key,
          row: { effectiveAtMs: (slice.get("registration", key)?.effectiveAtMs ?? 0) + 1 },
        })),
      };
    };
    await Promise.all(replicas.flatMap((replica) => [replica.transact(batch), replica.transact(batch)]));
    const sum = "SELECT count(*), min(row->>'effectiveAtMs'), max(row->>'effectiveAtMs') FROM madoguchi.ledger_row";
    expect(await cluster.sql(address, sum)).toBe("4000|8|8\n");
    for (const replica of replicas) await replica.close();
  });

  it("is refused where it is of another layout or over other people, or its schema holds something else", async () => {
    const address = await cluster.database();
    await (await open(address)).close();
    await expect(open(address, "seed 2")).rejects.toMatchObject({ code: "other-population" });
    await cluster.sql(address, "UPDATE madoguchi.ledger_schema SET version = 99");
    await expect(open(address)).rejects.toMatchObject({ code: "other-version" });
    const foreign = await cluster.database();
    await cluster.sql(foreign, "CREATE SCHEMA madoguchi; CREATE TABLE madoguchi.customer (name text)");
    await expect(open(foreign)).rejects.toMatchObject({ code: "not-a-ledger" });
  });

  it.each([
    ["a wrong password", { password: "hush-hush" }, "refused", /user or the password/],
    ["an empty password", { password: "" }, "refused", /password/],
    ["a database that is not there", { database: "nowhere" }, "refused", /no such database/],
    ["a server that is not there", { port: 1 }, "unreachable", /does not answer/],
  ])("says what to do about %s, and never the password", async (_title, parts, code, says) => {
    const refused = open(cluster.address(parts));
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringMatching(says) });
    const problem: unknown = await refused.catch((error: unknown) => error);
    expect(JSON.stringify([String(problem), problem, problem instanceof Error && problem.stack])).not.toMatch(
      /hush-hush|:simulation@/,
    );
  });

  it("tells a replica that the server is gone, and serves it again when it is back", async () => {
    const address = await cluster.database();
    const store = await open(address);
    await store.transact(() => count("sum"));
    await cluster.stop();
    await expect(store.transact(() => count("sum"))).rejects.toMatchObject({ code: "unreachable" });
    await cluster.start();
    await store.transact(() => count("sum"));
    expect(await look(store, ["registration", "sum"])).toEqual([{ effectiveAtMs: 2 }]);
    await store.close();
  });

  it("keeps what was computed out of the tables", async () => {
    const address = await cluster.database();
    const store = await open(address);
    await look(store, ["insured", "k1"], ["insured", "k2"]);
    await put(store, { table: "insured", key: "k1", row: undefined });
    expect(await cluster.sql(address, "SELECT key, row IS NULL FROM madoguchi.ledger_row")).toBe("k1|t\n");
    await store.close();
  });

  it("loses no acknowledged change and keeps no half of one when its client is killed at random points", async () => {
    await killAgainAndAgain(await cluster.database(), 20261122);
  });

  it("loses no acknowledged change and keeps no half of one when the server is killed and recovers", async () => {
    const address = await cluster.database();
    let crash: Promise<void> | undefined;
    const { last, stderr } = await runWriter(address, WRITES, (_, said) => {
      if (said === 60) crash = cluster.crash();
      return false;
    });
    await crash;
    expect(last).toBeGreaterThanOrEqual(60);
    expect(last).toBeLessThan(WRITES);
    expect(stderr).toMatch(/LedgerProblem.*(?:broke|does not answer)/);
    const done = await expectWhole(address, last);
    expect((await runWriter(address, WRITES - done, () => false)).last).toBe(WRITES);
    await expectWhole(address, WRITES);
  });
});
