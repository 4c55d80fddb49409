import type { CheckupReport, DrugReport } from "../../documents/medical-report.ts";

/**
 * Makes the PDFs of medical information. It is given to the centre from outside, because the font is read at an edge and
 * most runs never need it; bytes come at once, the same for the same report.
 */
export interface MedicalDocuments {
  drugs(report: DrugReport): Uint8Array;
  checkups(report: CheckupReport): Uint8Array;
}

/** An answer that is a PDF: base64, for it travels in a record (ours; the real protocol is not public). */
export interface PdfAnswer {
  readonly Pdf: string;
}

/** A PDF as an answer. */
export function pdfAnswer(bytes: Uint8Array): PdfAnswer {
  return { Pdf: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64") };
}
