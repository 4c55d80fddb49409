import type { Language } from "../../../simulator/kernel/bilingual.ts";
import type { Lettering } from "../../faces/lettering.ts";
import { type CardFont, loadCardFont } from "../card-font.ts";

/** Lettering as outlines of the font that comes with us: a picture must be the same on a machine without fonts. */
export async function outlinedLettering(language: Language): Promise<Lettering> {
  const font = await loadCardFont();
  return (text, { x, y, size, anchor, colour, upwards }) => {
    const scale = size / font.unitsPerEm;
    const { outlines, width } = lineOf(text[language], font);
    const shift = anchor === "start" ? 0 : anchor === "middle" ? -width / 2 : -width;
    const turn = upwards === true ? " rotate(-90)" : "";
    // A font's y grows upwards, a picture's downwards.
    const place = `translate(${x} ${y})${turn} scale(${scale} ${-scale}) translate(${shift} 0)`;
    return `<g transform="${place}" fill="${colour}">${outlines}</g>`;
  };
}

function lineOf(text: string, font: CardFont): { readonly outlines: string; readonly width: number } {
  let width = 0;
  let outlines = "";
  for (const character of text) {
    const glyph = font.glyph(character.codePointAt(0) ?? 0);
    if (glyph === undefined) continue;
    outlines += `<path d="${glyph.outline}" transform="translate(${width} 0)"/>`;
    width += glyph.advance;
  }
  return { outlines, width };
}
