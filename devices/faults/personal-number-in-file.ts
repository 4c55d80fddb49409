import { fault } from "../../simulator/kernel/fault.ts";
import "../terminal/ports.ts";
import { rewritten } from "../terminal/rewritten.ts";

/** A specimen of a personal number, nobody's, with a valid check digit (my-number-card.md §8 D-17). */
export const SPECIMEN_PERSONAL_NUMBER = "123456789018";

const withSpecimen = (content: Uint8Array): Uint8Array =>
  Buffer.concat([content, Buffer.from(`<!-- ${SPECIMEN_PERSONAL_NUMBER} -->\n`, "latin1")]);

/** A terminal that lets a personal number out: what the privacy check must catch (requirements.md X-06, N-05). */
export const personalNumberInFile = fault({
  id: "personal-number-in-file",
  title: { ja: "個人番号の混入", en: "personal number in a file" },
  pco: "exchange.file",
  defaults: {},
  shows: "C79+personal-number-in-file",
  arm: () => (file) => ({ pass: file.folder === "face" ? rewritten(file, withSpecimen) : file }),
});
