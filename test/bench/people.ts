import { civilDate } from "../../simulator/kernel/civil-time.ts";
import { Population } from "../../simulator/population/person.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, takeTurns, timeMs } from "./statistics.ts";

const PEOPLE = 20_000;
const ROUNDS = 7;
/** A stride without a common factor with 125 million: every index once, far from the one before. */
const STRIDE = 7_919_101;

/** People a second by index and by insured number, out of 125 million that nobody stores (performance.md §9). */
export function measurePeople(): readonly Figure[] {
  const population = new Population(1, { asOf: civilDate("2026-02-10") });
  const indices = Array.from({ length: PEOPLE }, (_, number) => (number * STRIDE) % population.size);
  const keys = indices.flatMap((index) => population.personAt(index).eligibilities.slice(0, 1));
  const [byIndex = [], byNumber = []] = takeTurns(ROUNDS, [
    () => timeMs(() => indices.forEach((index) => void population.personAt(index))),
    () => timeMs(() => keys.forEach((key) => void population.findByInsured(key))),
  ]);
  return [
    figure(
      "insured number to household",
      "per-second",
      perSecond(keys.length, byNumber),
      ">= 750,000/s (5x sqlite, another machine)",
    ),
    figure("whole person by index", "per-second", perSecond(PEOPLE, byIndex)),
  ];
}
