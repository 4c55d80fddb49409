import { plainText } from "../plain-text.ts";

/** HTML that is safe to put in a page as it is. Made by {@link markup} and {@link trusted} only. */
export class Markup {
  readonly #html: string;

  constructor(html: string) {
    this.#html = html;
  }

  toString(): string {
    return this.#html;
  }
}

/** What may stand in a template: text is escaped, undefined is nothing. */
export type Content = string | number | Markup | undefined | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Builds HTML; every interpolation is escaped, for text and for quoted attributes alike. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(
    strings.map((literal, index) => `${literal}${index < values.length ? written(values[index]) : ""}`).join(""),
  );
}

/** Our own constants, such as style sheet and script, which must not be escaped. */
export function trusted(html: string): Markup {
  return new Markup(html);
}

function written(value: Content): string {
  if (value === undefined) return "";
  if (value instanceof Markup) return value.toString();
  if (typeof value === "object") return value.map(written).join("");
  return plainText(String(value)).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
