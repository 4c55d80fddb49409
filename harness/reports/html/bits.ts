import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { type Verdict, verdictNames } from "../../verdict.ts";
import { type CheckOutcome, outcomeNames } from "../check-outcome.ts";
import { type Content, type Markup, markup } from "./markup.ts";

/** Every text stands in the page in both languages; the style sheet shows the one of the root element. */
export function both({ ja, en }: Bilingual): Markup {
  return ja === en
    ? markup`${ja}`
    : markup`<span class="ja" lang="ja">${ja}</span><span class="en" lang="en">${en}</span>`;
}

/** A signed word: nobody should need colours to read a verdict. */
const symbols: Readonly<Record<Verdict | CheckOutcome, string>> = {
  none: "–",
  pass: "✓",
  inconc: "?",
  fail: "✕",
  error: "!",
  warning: "!",
  open: "–",
};

/** The verdict of a scenario or a run as symbol and word. */
export function verdictBadge(verdict: Verdict): Markup {
  return badge(verdict, verdictNames[verdict]);
}

/** The outcome of a check as symbol and word. */
export function outcomeBadge(outcome: CheckOutcome): Markup {
  return badge(outcome, outcomeNames[outcome]);
}

function badge(kind: Verdict | CheckOutcome, name: Bilingual): Markup {
  return markup`<span class="badge ${kind}"><span class="symbol" aria-hidden="true">${symbols[kind]}</span>${both(name)}</span>`;
}

/** A fact under its label; a wide one has a line for itself. */
export interface Fact {
  readonly label: Bilingual;
  readonly content: Content;
  readonly wide?: true;
}

/** A list of facts; the kind says how the style sheet lays it out. */
export function factList(kind: "facts" | "counts" | "rows", facts: readonly Fact[]): Markup {
  return markup`<dl class="${kind}">
${facts.map(({ label, content, wide }) => markup`<div${wide ? markup` class="wide"` : undefined}><dt>${both(label)}</dt><dd>${content}</dd></div>\n`)}</dl>
`;
}

/** The parts of an id that a fragment of an address can carry. */
export function anchor(...parts: readonly (string | number)[]): string {
  return parts.map((part) => String(part).replaceAll(/[^A-Za-z0-9]+/g, "-")).join("--");
}
