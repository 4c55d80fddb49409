import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { SW } from "../iso7816/status-word.ts";
import { answered } from "./answered.ts";
import { within } from "./bounds.ts";
import { readOffset } from "./file-watch.ts";

/** Files are addressed with 15 bits; nobody reads beyond. */
const BEYOND_EVERY_FILE = 0x8000;

/** READ BINARY from an offset on is answered 6B00 though more follows, in every file (my-number-card.md §2.8, "6B00 early"). */
export const earlyEndOfFile = fault({
  id: "early-end-of-file",
  title: { ja: "ファイル途中での6B00", en: "6B00 before the end of the file" },
  pco: "card.apdu",
  defaults: { fromByte: 256 },
  shows: "C01+early-end-of-file",
  arm({ fromByte }) {
    within("fromByte", fromByte, 0, BEYOND_EVERY_FILE);
    return (exchange) => {
      const offset = readOffset(exchange.command);
      const strikes = offset !== undefined && offset >= fromByte && exchange.response.data.length > 0;
      return strikes ? { pass: answered(exchange, SW.wrongOffset) } : { pass: exchange };
    };
  },
});
