import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { type Eligibility, type InsuredPerson, Population } from "../../../simulator/population/person.ts";

/** The day the tests look at unless they say otherwise. */
export const asOf = civilDate("2026-02-10");
export const japan = new Population(7, { asOf });

/** Indices spread over all 125 million: the step has no factor in common with them. */
export const spread = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, step) => (step * 7_919_101) % japan.size);

/** The insurance somebody has, as far as it is known not to have ended. */
export const openRow = ({ eligibilities }: InsuredPerson): Eligibility | undefined =>
  eligibilities.find(({ lost }) => lost === undefined);

/** People with an insurance on the day, and that insurance. */
export function insured(
  count: number,
  of: Population = japan,
): readonly { readonly person: InsuredPerson; readonly row: Eligibility }[] {
  return spread(count).flatMap((index) => {
    const person = of.personAt(index);
    const row = openRow(person);
    return row === undefined ? [] : [{ person, row }];
  });
}
