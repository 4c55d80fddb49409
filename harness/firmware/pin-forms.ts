import { toHex } from "../../simulator/kernel/bytes.ts";

/**
 * True when a text tells digits: as they are, with a sign between them, or by their ASCII codes in hexadecimal, as a
 * traced command has them.
 */
export function textTells(text: string, digits: string): boolean {
  const plain = [...digits].join("[ ,.:_-]?");
  const codes = [...digits].map((digit) => `3${digit}`).join("[ ,:_-]?(?:0x)?");
  return new RegExp(`${plain}|${codes}`, "i").test(text.normalize("NFKC"));
}

/** True when bytes tell digits: as ASCII, as BCD, or a byte a digit. */
export function bytesTell(bytes: Uint8Array, digits: string): boolean {
  const codes = [...digits].map((digit) => `3${digit}`).join("");
  const values = [...digits].map((digit) => `0${digit}`).join("");
  return [codes, values, digits].some((form) => standsIn(toHex(bytes), form));
}

/** True when bytes stand among others, from the beginning of one on. */
function standsIn(hex: string, form: string): boolean {
  for (let at = hex.indexOf(form); at >= 0; at = hex.indexOf(form, at + 1)) if (at % 2 === 0) return true;
  return false;
}
