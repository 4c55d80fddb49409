import { type Bilingual, type Language, same } from "../../simulator/kernel/bilingual.ts";
import { type FaceConditionId, faceConditions } from "../edges/face/conditions.ts";
import { productVersion } from "../product.ts";
import { both, type Fact, factList } from "../reports/html/bits.ts";
import { type Content, type Markup, markup, trusted } from "../reports/html/markup.ts";
import { htmlPage } from "../reports/html/page.ts";
import { words } from "../reports/words.ts";
import type { Calibration } from "./calibration.ts";
import { detCurve } from "./det.ts";
import { type DetPicture, detPicture } from "./det-picture.ts";
import { pageLettering } from "./lettering.ts";
import { attackTable, conditionTable, counted, type Thumbnails, thresholdTable } from "./report-tables.ts";
import { caveats, FACE_TERMS, faceWords, methodNotes } from "./words.ts";

/** Conditions whose curves the picture shows: those the gate can live with, from the plainest on. */
const DRAWN = [
  "normal",
  "dim",
  "aged",
  "turned",
  "glasses",
  "blurred",
  "masked",
  "hand",
] as const satisfies readonly FaceConditionId[];
/** Errors are told from none by the rule of 3. */
const RULE_OF_THREE = 3;

const FACE_STYLE = `
.rate, .count { white-space: nowrap; font-variant-numeric: tabular-nums; }
.rate { font-weight: 600; }
.count { color: var(--soft); }
.seen { display: flex; gap: .75rem; align-items: flex-start; min-width: 15rem; }
.seen img { flex: none; border-radius: 4px; background: var(--sunk); }
.banner h2 { margin: 0 0 .35rem; font-size: 1rem; }
.det { background: #fff; border: 1px solid var(--rule); border-radius: 12px; overflow-x: auto; }
.det svg { display: block; width: 100%; min-width: 40rem; height: auto; font-family: var(--text); }
section > ul.notes { list-style: disc; padding-left: 1.25rem; }
th:last-child, td:last-child { text-align: left; }
ul.notes li + li { margin-top: .35rem; }
@media print { .det, .seen { break-inside: avoid; } }
`;

/** What the DET plot of a calibration shows. */
export function detOf({ plan, conditions }: Calibration): DetPicture {
  const curves = DRAWN.flatMap((id) => {
    const [condition, counts] = [faceConditions.find((one) => one.id === id), conditions.find((one) => one.id === id)];
    return condition === undefined || counts === undefined ? [] : [{ title: condition.title, curve: detCurve(counts) }];
  });
  const comparisons = Math.max(1, ...conditions.map(({ nonMated }) => nonMated.total));
  return { curves, threshold: plan.thresholds.threshold, leastFmr: RULE_OF_THREE / comparisons };
}

/** The calibration as one page that needs nothing else, in both languages, in `language` first. */
export function calibrationHtml(
  calibration: Calibration,
  reader: Bilingual,
  pictures: Thumbnails,
  language: Language,
): string {
  const { conditions, plan } = calibration;
  const ordinary = conditions.find(({ id }) => id === "normal");
  const body = markup`<main>
<section class="cover" aria-labelledby="before"><div class="banner" role="note"><h2 id="before">${both(faceWords.before)}</h2>${caveats.map((caveat) => markup`<p>${both(caveat)}</p>`)}</div>
${factList("facts", facts(calibration, reader))}</section>
${section("curve", faceWords.curve, markup`<div class="det">${trusted(detPicture(detOf(calibration), pageLettering))}</div>`)}
${ordinary === undefined ? undefined : section("choosing", faceWords.choosing, thresholdTable(ordinary))}
${section("conditions", faceWords.conditions, conditionTable(conditions, plan.thresholds, pictures))}
${section("attacks", faceWords.attacks, attackTable(conditions, plan.thresholds, pictures))}
${section(
  "terms",
  faceWords.terms,
  factList(
    "rows",
    Object.entries(FACE_TERMS).map(([name, text]): Fact => ({ label: same(name), content: both(text) })),
  ),
)}
${section("method", faceWords.method, markup`<ul class="notes">${methodNotes.map((note) => markup`<li>${both(note)}</li>`)}</ul>`)}
</main>`;
  return htmlPage(
    {
      heading: faceWords.title,
      title: faceWords.title[language],
      body,
      footer: both(words.madeUp),
      style: FACE_STYLE,
      pictures: "data:",
    },
    language,
  );
}

function facts({ plan, enrolled }: Calibration, reader: Bilingual): readonly Fact[] {
  const { persons, seed, asOf, thresholds } = plan;
  const day = `${asOf.slice(0, 4)}-${asOf.slice(4, 6)}-${asOf.slice(6)}`;
  return [
    { label: faceWords.persons, content: persons },
    { label: { ja: "FTE", en: "FTE" }, content: counted({ errors: persons - enrolled, trials: persons }) },
    { label: faceWords.seed, content: seed },
    { label: faceWords.asOf, content: markup`<span class="date">${day}</span>` },
    { label: faceWords.reader, content: both(reader) },
    { label: faceWords.threshold, content: thresholds.threshold },
    { label: faceWords.liveThreshold, content: thresholds.liveThreshold },
    { label: faceWords.product, content: `madoguchi ${productVersion}` },
  ];
}

function section(id: string, heading: Bilingual, content: Content): Markup {
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${both(heading)}</h2>
${content}</section>
`;
}
