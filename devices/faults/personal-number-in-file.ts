import { fault } from "../../simulator/kernel/fault.ts";
import "../terminal/ports.ts";

/** A 12-digit number with a valid check digit; whose it is does not matter, it must not be there. */
const LEAK = "123456789018";

/** A terminal that lets a personal number out: what the privacy check must catch (requirements.md X-06, N-05). */
export const personalNumberInFile = fault({
  id: "personal-number-in-file",
  title: { ja: "個人番号の混入", en: "personal number in a file" },
  pco: "exchange.file",
  defaults: {},
  shows: "C79+personal-number-in-file",
  arm: () => (file) =>
    file.folder === "face"
      ? { pass: { ...file, bytes: Buffer.concat([file.bytes, Buffer.from(`<!-- ${LEAK} -->\n`, "latin1")]) } }
      : { pass: file },
});
