import type { MedicalDocuments } from "../../simulator/central/medical/documents.ts";
import { loadDocumentFonts } from "./document-fonts.ts";

/** Reads fonts and renderers, so that the centre can make PDFs at once afterwards. Only runs that ask for a PDF pay for it. */
export async function loadMedicalDocuments(): Promise<MedicalDocuments> {
  const fonts = await loadDocumentFonts();
  const { renderDrugReport } = await import("../../simulator/documents/reports/drug-report.ts");
  const { renderCheckupReport } = await import("../../simulator/documents/reports/checkup-report.ts");
  return {
    drugs: (report) => renderDrugReport(report, fonts),
    checkups: (report) => renderCheckupReport(report, fonts),
  };
}
