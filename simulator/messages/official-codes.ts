import type { Profile } from "./profile.ts";
import { type ResultCode, resultCode } from "./result-codes.ts";

type Codes = Profile["codes"];

/** Elements that hold a code, and beside them those that hold its text (receipt-system-interface.md §2.3 rows 7, 8, 13, 14). */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["ErrorCode", "ErrorMessage"],
  ["ProcessingResultCode", "ProcessingResultMessage"],
]);

/** A code as it stands in files: the official one where the profile knows it, else ours (§8.1). */
export function writtenCode(code: string, codes: Codes): string {
  return codes[code as ResultCode]?.code ?? code;
}

/** The text of a code as it stands in files. */
export function writtenText(code: string, codes: Codes): string {
  return codes[code as ResultCode]?.ja ?? resultCode(code).ja;
}

/** A record whose codes, and the texts that are ours, are those of the profile. */
export function withOfficialCodes(record: object, codes: Codes): object {
  return Object.keys(codes).length === 0 ? record : replaced(record, codes);
}

function replaced(record: object, codes: Codes): object {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    if (Array.isArray(value)) values[name] = value.map((item: object) => replaced(item, codes));
    else values[name] = typeof value === "object" && value !== null ? replaced(value, codes) : value;
  }
  for (const [codeName, textName] of PAIRS) {
    const code = values[codeName];
    if (typeof code !== "string" || !Object.hasOwn(codes, code)) continue;
    if (values[textName] === resultCode(code).ja) values[textName] = writtenText(code, codes);
    values[codeName] = writtenCode(code, codes);
  }
  return values;
}
