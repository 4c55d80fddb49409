import type { DocumentKind } from "../../simulator/documents/kind.ts";
import { documentKinds } from "../../simulator/documents/kinds/index.ts";
import type { Language } from "../../simulator/kernel/bilingual.ts";

/** The kinds of documents as a text for people: name, title, worth, items with their printed labels. */
export function listDocuments(language: Language): string {
  return documentKinds
    .map(({ id, title, worth, labels }: DocumentKind) => {
      const items = Object.entries(labels).map(([key, label]) => `${key} ${label}`);
      return `${id}  ${title[language]}\n    ${worth[language]}\n    ${items.join(", ")}\n`;
    })
    .join("\n");
}
