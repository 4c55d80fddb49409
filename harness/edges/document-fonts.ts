import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { DocumentFonts } from "../../simulator/documents/layout/fonts.ts";

let loading: Promise<DocumentFonts> | undefined;

/** Reads the fonts of all documents (9 MB) at the first call and keeps them: BIZ UDGothic, as on the card (decision 0010). */
export function loadDocumentFonts(): Promise<DocumentFonts> {
  loading ??= load();
  return loading;
}

async function load(): Promise<DocumentFonts> {
  const { documentFonts } = await import("../../simulator/documents/layout/fonts.ts"); // a run without documents need not pay for it
  const require = createRequire(import.meta.url); // finds the npm package; no font of the machine is looked at
  const read = (weight: string): Promise<Uint8Array> =>
    readFile(require.resolve(`@expo-google-fonts/biz-udgothic/${weight}.ttf`));
  const [regular, bold] = await Promise.all([
    read("400Regular/BIZUDGothic_400Regular"),
    read("700Bold/BIZUDGothic_700Bold"),
  ]);
  return documentFonts({ regular, bold });
}
