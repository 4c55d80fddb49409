import { fault } from "../../simulator/kernel/fault.ts";
import { jpki, SIGN_CERTIFICATE, USER_CERTIFICATE } from "../cards/applications/jpki.ts";
import "../cards/field.ts";
import { SW } from "../iso7816/status-word.ts";
import { answered } from "./answered.ts";
import { oneOf, within } from "./bounds.ts";
import { readOffset, watchFiles } from "./file-watch.ts";

const FILES = { authentication: USER_CERTIFICATE, signature: SIGN_CERTIFICATE } as const;
const MOST_BYTES = 0x7fff;

/**
 * A certificate file ends before its certificate does: fewer bytes, then 6B00, as at the end of any file
 * (my-number-card.md §2.3, §2.8 "wrong-length certificate").
 */
export const truncatedCertificate = fault({
  id: "truncated-certificate",
  title: { ja: "電子証明書の欠損", en: "certificate cut short" },
  pco: "card.apdu",
  defaults: { certificate: "authentication" as keyof typeof FILES, keepBytes: 600 },
  shows: "C03+truncated-certificate",
  arm({ certificate, keepBytes }) {
    const fid = FILES[oneOf("certificate", certificate, ["authentication", "signature"])];
    within("keepBytes", keepBytes, 0, MOST_BYTES);
    const placeOf = watchFiles();
    return (exchange) => {
      const place = placeOf(exchange);
      const offset = readOffset(exchange.command);
      const { data, sw } = exchange.response;
      const inside = place.application === jpki.id && place.fid === fid && offset !== undefined && data.length > 0;
      if (!inside || offset + data.length <= keepBytes) return { pass: exchange };
      return offset >= keepBytes
        ? { pass: answered(exchange, SW.wrongOffset) }
        : { pass: answered(exchange, sw, data.slice(0, keepBytes - offset)) };
    };
  },
});
