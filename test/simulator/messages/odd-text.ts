import type { Rng } from "../../../simulator/kernel/rng.ts";

/** A message with what the layout does not have: an unknown element with content in every group, and an attribute. */
export function oddly(text: string, rng: Rng): string {
  const strange = [
    "<SimUnknown/>",
    "<SimUnknown><Name>b</Name>x</SimUnknown>",
    "<QualificationConfirmationKey>00</QualificationConfirmationKey>",
  ];
  const withElements = text.replaceAll(/<(\w+)>\n/g, (open) => `${open}${rng.pick(strange)}\n`);
  return withElements
    .replace("<MessageHeader>", '<MessageHeader version="9">')
    .replace("<MessageHeader/>", '<MessageHeader version="9"/>');
}
