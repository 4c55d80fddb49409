import type { Bilingual } from "../../simulator/kernel/bilingual.ts";

/** Where a text stands in a picture. Lengths in units of the picture. */
export interface TextPlace {
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  readonly anchor: "start" | "middle" | "end";
  readonly colour: string;
  /** Written upwards. */
  readonly upwards?: true;
}

/** Writes a text as SVG elements: as text where a browser has fonts, as outlines where a picture must not look for any. */
export type Lettering = (text: Bilingual, place: TextPlace) => string;

/** For a page in both languages, whose style sheet shows one of them. */
export const pageLettering: Lettering = (text, { x, y, size, anchor, colour, upwards }) => {
  const turn = upwards === true ? ` transform="rotate(-90 ${x} ${y})"` : "";
  const where = `x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${colour}"${turn}`;
  if (text.ja === text.en) return `<text ${where}>${escaped(text.en)}</text>`;
  return (["ja", "en"] as const)
    .map((language) => `<text class="${language}" lang="${language}" ${where}>${escaped(text[language])}</text>`)
    .join("");
};

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
