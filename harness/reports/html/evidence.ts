import { type Bilingual, same } from "../../../simulator/kernel/bilingual.ts";
import type { AnyCrossing } from "../../../simulator/kernel/trace.ts";
import type { JudgedCheck, ScenarioRecord } from "../../run-record.ts";
import { outcomeOf } from "../check-outcome.ts";
import { crossingSummary, fateNames, pcoTitle, privateKindNames } from "../crossing-summary.ts";
import { japanTime } from "../japan-time.ts";
import { anchor, both } from "./bits.ts";
import { type Markup, markup } from "./markup.ts";

/** Crossings shown a check; the trace file holds all. */
const MOST_CROSSINGS = 30;
/** Characters shown of a message or a file. */
const MOST_CHARACTERS = 4_000;

/** The crossings a finding points at, numbered and linkable, as in the trace file (peers-and-pains.md §4 row 8). */
export function evidenceList(judged: JudgedCheck, scenario: ScenarioRecord): Markup {
  const { evidence } = judged;
  if (evidence.length === 0) return markup`${both({ ja: "示せるものがない", en: "nothing to show" })}`;
  const shown = evidence.slice(0, MOST_CROSSINGS);
  const left = evidence.length - shown.length;
  const open = ["pass", "open"].includes(outcomeOf(judged)) ? "" : " open";
  const head = {
    ja: `${evidence.length}件のやり取り`,
    en: evidence.length === 1 ? "1 crossing" : `${evidence.length} crossings`,
  };
  const rest = { ja: `ほか${left}件は記録（トレース）を見てください。`, en: `${left} more stand in the trace.` };
  return markup`<details class="evidence"${open}><summary>${both(head)}</summary>
<ol>
${shown.map((crossing) => crossingItem(crossing, judged, scenario))}</ol>
${left > 0 ? markup`<p class="note">${both(rest)}</p>` : undefined}</details>`;
}

function crossingItem(crossing: AnyCrossing, { id }: JudgedCheck, { id: scenario, faults }: ScenarioRecord): Markup {
  const { seq, atMs, pco, cause, by = [], fate = "passed", marks = [], input } = crossing;
  const at = anchor(scenario, id, seq);
  const written = japanTime(atMs);
  const injections = by.map((fault) => injected(fault, faults.find((known) => known.id === fault)?.title));
  const { ja, en } = fateNames[fate];
  const fared = fate === "passed" ? undefined : tag("injected", { ja: `結果: ${ja}`, en: `outcome: ${en}` });
  const leaks = marks.map((kind) => {
    const { ja, en } = privateKindNames[kind];
    return tag("leak", { ja: `${ja}を検出（値は伏せた）`, en: `${en} found (value withheld)` });
  });
  return markup`<li id="${at}"><p class="line"><a class="number" href="#${at}">#${seq}</a>
<time datetime="${written.replace(" ", "T")}+09:00">${written}</time>
<span class="pco">${both(pcoTitle(pco))} <code>${pco}</code></span>
${cause === undefined ? undefined : markup`<span class="cause">${both({ ja: `#${cause} に続く`, en: `follows #${cause}` })}</span>`}
${injections}${fared}${leaks}${input === true ? tag("outside", { ja: "外部から入力", en: "from outside" }) : undefined}</p>
<p class="summary">${both(crossingSummary(crossing))}</p>
<details class="raw"><summary>${both({ ja: "全文", en: "Full text" })}</summary>
${texts(crossing)}</details></li>
`;
}

function injected(id: string, title: Bilingual | undefined): Markup {
  const name = title === undefined ? same(id) : { ja: `${title.ja} (${id})`, en: `${title.en} (${id})` };
  return tag("injected", { ja: `注入: ${name.ja}`, en: `injected by ${name.en}` });
}

function tag(kind: "injected" | "leak" | "outside", text: Bilingual): Markup {
  return markup`<span class="tag ${kind}">${both(text)}</span>`;
}

/** The message as JSON; the text of a file by itself, as it was read. */
function texts({ message }: AnyCrossing): Markup {
  if (!("text" in message) || message.text === undefined) return block(JSON.stringify(message, undefined, 2));
  const { text, ...head } = message;
  return markup`${block(JSON.stringify(head, undefined, 2))}${block(text)}`;
}

function block(text: string): Markup {
  const characters = [...text];
  const cut = characters.length - MOST_CHARACTERS;
  const note = {
    ja: `以下${cut}文字を省略（全文は記録にあります）`,
    en: `${cut} more characters are left out; the trace has them`,
  };
  return markup`<pre tabindex="0" translate="no">${cut > 0 ? characters.slice(0, MOST_CHARACTERS).join("") : text}</pre>
${cut > 0 ? markup`<p class="note">${both(note)}</p>` : undefined}`;
}
