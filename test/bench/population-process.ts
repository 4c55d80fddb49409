import { civilDate } from "../../simulator/kernel/civil-time.ts";
import { FACILITY_COUNT, facilityAt } from "../../simulator/population/facility.ts";
import { Population } from "../../simulator/population/person.ts";

/**
 * A process that opens the whole country and looks at both ends of it; with the argument `all`, at every facility and a
 * hundred thousand of the 125 million, each forgotten again.
 */
const PEOPLE = 100_000;
const STRIDE = 7_919_101;

const population = new Population(1, { asOf: civilDate("2026-02-10") });
const [facilities, people] = process.argv[2] === "all" ? [FACILITY_COUNT, PEOPLE] : [2, 2];
const spread = (step: number, count: number, all: number, stride: number): number =>
  count === 2 ? step * (all - 1) : (step * stride) % all;
let seen = 0;
for (let step = 0; step < facilities; step++)
  seen += facilityAt(spread(step, facilities, FACILITY_COUNT, 1)).code.length;
for (let step = 0; step < people; step++)
  seen += population.personAt(spread(step, people, population.size, STRIDE)).eligibilities.length;
if (seen === 0) throw new Error("nobody was computed");
