import { fileURLToPath } from "node:url";
import { civilDate } from "../../simulator/kernel/civil-time.ts";
import { Population } from "../../simulator/population/person.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, takeTurns, timeMs } from "./statistics.ts";
import { inFolder, peakMiB } from "./whole-process.ts";

const PEOPLE = 20_000;
const ROUNDS = 7;
const PEAK_ROUNDS = 3;
/** A stride without a common factor with 125 million: every index once, far from the one before. */
const STRIDE = 7_919_101;
const AS_OF = civilDate("2026-02-10");
const PROCESS = fileURLToPath(new URL("population-process.ts", import.meta.url));

/** The whole country: people a second, how long one takes at both ends, and what opening it costs (performance.md §9). */
export function measurePeople(): readonly Figure[] {
  return [...throughput(), ...latencies(), ...opening()];
}

/** People a second by index and by insured number, out of 125 million that nobody stores. */
function throughput(): readonly Figure[] {
  const population = new Population(1, { asOf: AS_OF });
  const indices = Array.from({ length: PEOPLE }, (_, number) => (number * STRIDE) % population.size);
  const keys = indices.flatMap((index) => population.personAt(index).eligibilities.slice(0, 1));
  const [byIndex = [], byOwner = [], byNumber = []] = takeTurns(ROUNDS, [
    () => timeMs(() => indices.forEach((index) => void population.personAt(index))),
    () => timeMs(() => keys.forEach((key) => void population.lives.registry.ownerOf(key))),
    () => timeMs(() => keys.forEach((key) => void population.findByInsured(key))),
  ]);
  return [
    figure(
      "insured number to household",
      "per-second",
      perSecond(keys.length, byOwner),
      ">= 750,000/s (5x sqlite, another machine)",
    ),
    figure("insured number to the people under it by a day", "per-second", perSecond(keys.length, byNumber)),
    figure("whole person by index, with all rows", "per-second", perSecond(PEOPLE, byIndex)),
  ];
}

/** One look-up at a time, at both ends of the 125 million; the clock's own 0.1 us or so is in it. */
function latencies(): readonly Figure[] {
  const population = new Population(1, { asOf: AS_OF });
  // Those after it are reserved for who is born late: nobody on the day.
  const last = population.lives.households.seated - 1;
  const ends = [
    { where: "from person 0 up", indexOf: (step: number) => step },
    { where: `from person ${last.toLocaleString("en")} down`, indexOf: (step: number) => last - step },
  ];
  return ends.flatMap(({ where, indexOf }) => {
    const keys = Array.from(
      { length: PEOPLE },
      (_, step) => population.personAt(indexOf(step)).eligibilities[0] ?? NOBODY,
    );
    const works = [
      {
        what: "insured number to household",
        work: (step: number) => population.lives.registry.ownerOf(keys[step] ?? NOBODY),
      },
      { what: "insured number to people", work: (step: number) => population.findByInsured(keys[step] ?? NOBODY) },
      { what: "person by index", work: (step: number) => population.personAt(indexOf(step)) },
    ];
    return works.flatMap(({ what, work }) => {
      const rounds = Array.from({ length: ROUNDS + 1 }, () => eachUs(work)).slice(1);
      const at = (share: number) => rounds.map((sorted) => sorted[Math.trunc(sorted.length * share)] ?? Number.NaN);
      return [figure(`${what}, ${where}: p50`, "us", at(0.5)), figure("  p99", "us", at(0.99), "<= 5 us, flat")];
    });
  });
}

const NOBODY = { insurerNumber: "", number: "" };

/** Microseconds of each of many calls, sorted. */
function eachUs(work: (step: number) => unknown): readonly number[] {
  const times = new Float64Array(PEOPLE);
  for (let step = 0; step < PEOPLE; step++) {
    const startedMs = performance.now();
    work(step);
    times[step] = (performance.now() - startedMs) * 1_000;
  }
  return Array.from(times.sort());
}

/** Time until the country is there, and the memory of a process that has looked at all of its facilities and many people. */
function opening(): readonly Figure[] {
  const opened = Array.from({ length: ROUNDS }, (_, round) =>
    timeMs(() => void new Population(round, { asOf: AS_OF }).personAt(124_999_999)),
  );
  return inFolder((out) => {
    const peaks = (args: readonly string[]) =>
      Array.from({ length: PEAK_ROUNDS }, () => peakMiB([...args], `${out}/peak`));
    return [
      figure("open 125,000,000 people and look at the last", "ms", opened, "0 s to fill"),
      figure("peak memory: node -e 0", "MiB", peaks(["-e", "0"])),
      figure("  125,000,000 people and 230,000 facilities opened", "MiB", peaks([PROCESS]), "<= 100 MiB"),
      figure("  all facilities and 100,000 people computed and forgotten", "MiB", peaks([PROCESS, "all"])),
    ];
  });
}
