import type { FaceThresholds } from "../../devices/readers/face/verdict.ts";
import { type Bilingual, same } from "../../simulator/kernel/bilingual.ts";
import type { FaceCondition } from "../edges/face/condition.ts";
import { faceConditions } from "../edges/face/conditions.ts";
import { both } from "../reports/html/bits.ts";
import { type Content, type Markup, markup } from "../reports/html/markup.ts";
import { countText, type Proportion, percent, rateText } from "./proportion.ts";
import { attacksAccepted, type ConditionCounts, livenessErrorsAt, recognitionAt, thresholdFor } from "./recognition.ts";
import { faceWords } from "./words.ts";

/** A small picture of a condition, as an address a page can hold. */
export type Thumbnails = ReadonlyMap<string, string>;

/** A column: its head, and what stands in it for a row. Heads in capitals are terms. */
interface Column<R> {
  readonly head: Bilingual;
  readonly cell: (row: R) => Content;
}

/** A table whose rows become cards on small screens; roles are written out because `display: block` drops them. */
function table<R>(columns: readonly Column<R>[], rows: readonly R[]): Markup {
  return markup`<table role="table">
<thead role="rowgroup"><tr role="row">${columns.map(({ head }) => markup`<th role="columnheader" scope="col">${both(head)}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map(
  (row) =>
    markup`<tr role="row">${columns.map(
      ({ head, cell }) =>
        markup`<td role="cell"><span class="label" aria-hidden="true">${both(head)}</span><span>${cell(row)}</span></td>`,
    )}</tr>\n`,
)}</tbody>
</table>
`;
}

/** People and empty places, condition by condition. */
export function conditionTable(
  conditions: readonly ConditionCounts[],
  limits: Required<FaceThresholds>,
  pictures: Thumbnails,
): Markup {
  const at = (counts: ConditionCounts) => recognitionAt(counts, limits.threshold);
  return table<ConditionCounts>(
    [
      { head: faceWords.condition, cell: ({ id }) => named(id, pictures) },
      { head: same("FTA"), cell: (counts) => counted(at(counts).fta) },
      { head: same("FNMR"), cell: (counts) => counted(at(counts).fnmr) },
      { head: same("FMR"), cell: (counts) => counted(at(counts).fmr) },
      { head: same("FRR"), cell: (counts) => rate(percent(at(counts).frr)) },
      { head: same("FAR"), cell: (counts) => rate(percent(at(counts).far)) },
      { head: same("BPCER"), cell: (counts) => counted(livenessErrorsAt(counts, limits.liveThreshold)) },
      { head: faceWords.accepted, cell: ({ accepted, tries }) => rate(`${accepted} / ${tries}`) },
    ],
    conditions.filter(({ presents }) => presents !== "attack"),
  );
}

/** Attacks, kind by kind: never averaged, for the worst of them decides (ISO/IEC 30107-3). */
export function attackTable(
  conditions: readonly ConditionCounts[],
  limits: Required<FaceThresholds>,
  pictures: Thumbnails,
): Markup {
  return table<ConditionCounts>(
    [
      { head: faceWords.attack, cell: ({ id }) => named(id, pictures) },
      {
        head: faceWords.matched,
        cell: ({ mated }) => counted({ errors: mated.from(limits.threshold), trials: mated.total }),
      },
      { head: same("APCER"), cell: (counts) => counted(livenessErrorsAt(counts, limits.liveThreshold)) },
      { head: same("IAPAR"), cell: (counts) => counted(attacksAccepted(counts)) },
    ],
    conditions.filter(({ presents }) => presents === "attack"),
  );
}

/** False match rates somebody may want. */
const WANTED = [0.01, 0.001, 0.0001] as const;
/** Comparisons for which a rate is told: three errors may be expected among them. */
const EXPECTED_ERRORS = 3;

/** What threshold a wanted false match rate takes, and what it costs those who are themselves. */
export function thresholdTable(ordinary: ConditionCounts): Markup {
  const { nonMated } = ordinary;
  const needed = (fmr: number): number | undefined =>
    nonMated.total * fmr < EXPECTED_ERRORS ? undefined : thresholdFor(nonMated, fmr);
  const costs = (threshold: number | undefined): Content =>
    threshold === undefined ? "–" : counted(recognitionAt(ordinary, threshold).fnmr);
  return table<number>(
    [
      { head: faceWords.wanted, cell: percent },
      { head: faceWords.needed, cell: (fmr) => needed(fmr) ?? both(faceWords.tooFew) },
      { head: faceWords.costs, cell: (fmr) => costs(needed(fmr)) },
    ],
    WANTED,
  );
}

/** A rate, and below it the count it comes from. */
export function counted(proportion: Proportion): Markup {
  return markup`${rate(rateText(proportion))}<br><small class="count">${countText(proportion)}</small>`;
}

function rate(text: string): Markup {
  return markup`<span class="rate">${text}</span>`;
}

function named(id: string, pictures: Thumbnails): Markup {
  const condition: FaceCondition | undefined = faceConditions.find((candidate) => candidate.id === id);
  const picture = pictures.get(id);
  return markup`<span class="seen">${picture === undefined ? undefined : markup`<img src="${picture}" alt="" width="72" height="96">`}<span><strong>${condition === undefined ? id : both(condition.title)}</strong><br>${condition === undefined ? undefined : both(condition.standsFor)} <code>${id}</code></span></span>`;
}
