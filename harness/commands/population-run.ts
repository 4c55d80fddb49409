import { civilDate, dateAt } from "../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { Population } from "../../simulator/population/person.ts";
import { exitCodes } from "../verdict.ts";
import { personIndex } from "./person-index.ts";
import type { PopulationOptions } from "./population.ts";
import { placeText } from "./population-places.ts";
import { answerQuery, type QueryResult } from "./population-query.ts";
import { personRecord } from "./population-record.ts";
import { countrySummary, summaryText } from "./population-summary.ts";
import { day, NOT_BORN, personText, shortText } from "./population-view.ts";

/** Where the command writes. */
export interface PopulationStreams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Runs `madoguchi population` and returns its exit code. */
export function runPopulation(options: PopulationOptions, streams: PopulationStreams = process): number {
  const { index, query, seed, json, lang } = options;
  if (index !== undefined && query !== undefined)
    throw new MisuseError("--query", "looks for somebody; leave --index away");
  const population = new Population(seed, {
    asOf: options.on === undefined ? dateAt(Date.now()) : civilDate(options.on),
  });
  const print = (value: unknown, text: () => string): void => {
    streams.stdout.write(`${json === true ? JSON.stringify(value, undefined, 2) : text()}\n`);
  };
  if (index === undefined && query === undefined) {
    const summary = countrySummary(population);
    print(summary, () => summaryText(summary, lang));
    return exitCodes.pass;
  }
  const result: QueryResult =
    query === undefined
      ? { kind: "people", indices: [personIndex(index ?? 0, population)], complete: true }
      : answerQuery(population, query);
  const when = { ja: `${day(population.asOf)} 時点、シード${seed}`, en: `as of ${day(population.asOf)}, seed ${seed}` }[
    lang
  ];
  streams.stderr.write(`${when}\n`);
  if (result.kind !== "people" && result.kind !== "nothing") {
    print(result, () => placeText(result, lang));
    return exitCodes.pass;
  }
  const { indices, complete } = result.kind === "people" ? result : { indices: [], complete: true };
  if (!complete) streams.stderr.write(`${BOUND[lang]}\n`);
  // Whoever is not born by the day is nobody yet: not even the day of birth is known.
  const records = indices.filter((one) => population.isBorn(one)).map((one) => personRecord(population, one));
  const [only, another] = records;
  if (only === undefined) {
    streams.stderr.write(`${(indices.length === 0 ? NOTHING : NOT_BORN)[lang]}\n`);
    return exitCodes.fail;
  }
  print({ seed, on: population.asOf, complete, people: records }, () =>
    another === undefined ? personText(only, lang) : records.map((record) => shortText(record, lang)).join("\n"),
  );
  if (another !== undefined && json !== true) streams.stderr.write(`${MORE[lang]}\n`);
  return exitCodes.pass;
}

const BOUND = {
  ja: "探索の上限に達しました。全員は確認していません（住所を詳しく指定してください）",
  en: "the search stopped at its bound and has not seen everybody; give more of the address",
};
const NOTHING = { ja: "該当なし", en: "nobody and nothing found" };
const MORE = { ja: "一人を詳しく見るには --index <番号>", en: "--index <number> shows one of them in full" };
