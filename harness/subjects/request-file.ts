import type { ElementTable } from "../../simulator/messages/element-table.ts";
import { writeXml } from "../../simulator/messages/xml-writer.ts";

/**
 * A request as bytes, in Shift_JIS as most receipt systems write it (receipt-system-interface.md §1.5). Written without a look
 * at the table: a receipt system sends what it has, right or wrong.
 */
export function requestFile(table: ElementTable<unknown>, record: object): Uint8Array {
  return writeXml(table, record, { encoding: "Shift_JIS", order: "paper" });
}

/** The part of a request's header that says who sends it, and the name its answer brings back. */
export function sentBy(facility: string, identifier: string) {
  return { MedicalInstitutionCode: facility, ArbitraryFileIdentifier: identifier };
}
