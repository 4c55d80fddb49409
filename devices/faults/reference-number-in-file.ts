import { fault } from "../../simulator/kernel/fault.ts";
import "../terminal/ports.ts";
import { rewritten } from "../terminal/rewritten.ts";

/** A specimen of 照合番号B, nobody's (my-number-card.md §1.5). */
export const SPECIMEN_REFERENCE_B = "02010120301234";

const withSpecimen = (content: Uint8Array): Uint8Array =>
  Buffer.concat([content, Buffer.from(`<!-- ${SPECIMEN_REFERENCE_B} -->\n`, "latin1")]);

/** A terminal that lets the key to the photo out: what the privacy check must catch. */
export const referenceNumberInFile = fault({
  id: "reference-number-in-file",
  title: { ja: "照合番号Bの混入", en: "reference number B in a file" },
  pco: "exchange.file",
  defaults: {},
  shows: "C79+reference-number-in-file",
  arm: () => (file) => ({ pass: file.folder === "face" ? rewritten(file, withSpecimen) : file }),
});
