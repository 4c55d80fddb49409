import { fault } from "../kernel/fault.ts";
import "../line/line.ts";

/** The carrier changed the address prefix: traffic comes from a prefix 回線認証 does not know (readers-and-line.md §10.1). */
export const lineAuthenticationLost = fault({
  id: "line-authentication-lost",
  title: { ja: "回線認証の失効（プレフィックス変更）", en: "line authentication lost (prefix changed)" },
  pco: "line.segment",
  defaults: { prefix: "fd00:99:2::/64" },
  shows: "C53",
  arm:
    ({ prefix }) =>
    (segment) => ({ pass: { ...segment, prefix } }),
});
