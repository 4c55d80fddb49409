import { DatabaseSync } from "node:sqlite";
import { civilDate } from "../../simulator/kernel/civil-time.ts";
import { Population } from "../../simulator/population/person.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, ratios, takeTurns, timeMs } from "./statistics.ts";
import { inFolder } from "./whole-process.ts";

const PEOPLE = 1_000_000;
const LOOKED_UP = 20_000;
const ROUNDS = 7;
const STRIDE = 7_919;

/**
 * The same keys out of a million people, computed and in an SQLite file: who is behind an insurer number and a number. The
 * file is warm and read by a prepared statement (performance.md §9, `node:sqlite`).
 */
export function measurePeopleBesideSqlite(): readonly Figure[] {
  const population = new Population(1, { asOf: civilDate("2026-02-10"), size: PEOPLE });
  return inFolder((folder) => {
    const database = new DatabaseSync(`${folder}/people.sqlite`);
    try {
      const filled = timeMs(() => fill(database, population));
      const keys = Array.from({ length: LOOKED_UP }, (_, step) => population.personAt((step * STRIDE) % PEOPLE))
        .flatMap(({ eligibilities }) => eligibilities.slice(-1))
        .map(({ insurerNumber, number }) => ({ insurerNumber, number }));
      const select = database.prepare("select person from insured where insurer = ? and number = ?");
      const [sqlite = [], owners = [], people = []] = takeTurns(ROUNDS, [
        () => timeMs(() => keys.forEach(({ insurerNumber, number }) => void select.all(insurerNumber, number))),
        () => timeMs(() => keys.forEach((key) => void population.lives.registry.ownerOf(key))),
        () => timeMs(() => keys.forEach((key) => void population.findByInsured(key))),
      ]);
      return [
        figure("computed: insured number to household", "per-second", perSecond(keys.length, owners)),
        figure("node:sqlite: insured number to people", "per-second", perSecond(keys.length, sqlite)),
        figure("  times node:sqlite", "ratio", ratios(sqlite, owners), ">= 5x"),
        figure(
          "computed: insured number to the people under it by a day",
          "per-second",
          perSecond(keys.length, people),
        ),
        figure("  times node:sqlite", "ratio", ratios(sqlite, people), ">= 5x"),
        figure("filling the SQLite file (the computed one needs none)", "ms", [filled]),
      ];
    } finally {
      database.close();
    }
  });
}

function fill(database: DatabaseSync, population: Population): void {
  database.exec("pragma journal_mode = wal; pragma synchronous = off");
  database.exec(
    "create table insured (insurer text, number text, branch text, person integer, primary key (insurer, number, branch, person)) without rowid",
  );
  const insert = database.prepare("insert into insured values (?, ?, ?, ?)");
  database.exec("begin");
  for (let index = 0; index < population.size; index++)
    for (const { insurerNumber, number, branch } of population.personAt(index).eligibilities)
      insert.run(insurerNumber, number, branch ?? "", index);
  database.exec("commit");
}
