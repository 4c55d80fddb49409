import type { CardApplication, CardObject } from "../../devices/cards/application.ts";
import { cardApplications } from "../../devices/cards/applications/index.ts";
import type { CardImage } from "../../devices/cards/card-image.ts";
import { cardChoices } from "../../devices/cards/choices.ts";
import type { RuleOf } from "../../devices/cards/elementary-file.ts";
import { foreignCards } from "../../devices/cards/foreign/index.ts";
import { personas } from "../../simulator/population/personas/index.ts";
import type { Persona } from "../../simulator/population/personas/persona.ts";
import { page, table } from "./page.ts";

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, "0");
const both = ({ ja, en }: { readonly ja: string; readonly en: string }): string => `${ja}<br>${en}`;

function ruleText(rule: RuleOf<CardImage>): string {
  if (typeof rule === "function") return "follows from the carrier";
  return typeof rule === "string" ? rule : rule.anyOf.map(hex).join(" or ");
}

function objectRow(object: CardObject<CardImage>): readonly string[] {
  const { fid, name } = object;
  const kind = object.kind === "file" ? object.structure : object.kind;
  const access = object.kind === "file" ? ruleText(object.read) : object.kind === "key" ? ruleText(object.use) : "";
  return [hex(fid), kind, both(name), access, "holds" in object ? (object.holds ?? "") : ""];
}

function application({ aid, name, objects, data = [] }: CardApplication<CardImage>): string {
  const rows = [
    ...data.map(({ tag, name: title }) => [hex(tag), "data object", both(title), "free", ""]),
    ...objects.map(objectRow),
  ];
  const heading = `## ${name.ja} (${name.en})\n\nAID \`${Buffer.from(aid).toString("hex").toUpperCase()}\``;
  return `${heading}\n\n${table(["id = short id", "kind", "name", "opened by", "private"], rows)}`;
}

function carried({ card }: Persona): string {
  return card === undefined
    ? ""
    : Object.entries(card)
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join(", ");
}

/** docs/catalogue/cards.md: whose card, which other cards, what is on it, and what we chose where nothing is public. */
export function cards(): string {
  const people: readonly Persona[] = personas;
  const parts = [
    "## Whose card",
    table(
      ["id", "title", "unlike a card as issued"],
      people.map((persona) => [persona.id, both(persona.title), carried(persona)]),
    ),
    "## Cards that are none of ours",
    table(
      ["id", "title", "what staff do"],
      foreignCards.map(({ id, title, advice }) => [id, both(title), both(advice)]),
    ),
    "## Choices where nothing is public",
    "The first value is the default. All of them are the simulator's own, none is the official specification.",
    table(
      ["hole", "name", "values", "what"],
      Object.entries(cardChoices).map(([name, { id, title, values }]) => [id, name, values.join(", "), both(title)]),
    ),
    ...cardApplications.map(application),
  ];
  return page(
    "Cards",
    "What `madoguchi card` can lay into a reader, and every object of the chip.",
    parts.join("\n\n"),
  );
}
