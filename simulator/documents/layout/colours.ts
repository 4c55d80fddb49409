/** Colours of the documents, as PDF takes them; all ours. */
export const INK = "#1d2733";
export const GREY = "#5f6b7a";
export const HAIRLINE = "#b9c2cc";
export const TINT = "#f1f4f7";
export const WHITE = "#ffffff";
/** What needs attention: required fields, values out of range. */
export const ALERT = "#b3261e";
/** The mark across every page. */
export const MARK = "#7a1020";

/** The colour of a family of documents, and the light tint that goes with it. */
export interface Accent {
  readonly strong: string;
  readonly light: string;
}

export const INSURANCE: Accent = { strong: "#14538a", light: "#e3eef8" };
export const ELDERLY: Accent = { strong: "#7b4a12", light: "#f8ecdd" };
export const LIMIT: Accent = { strong: "#0f6b62", light: "#dff2ef" };
export const AID: Accent = { strong: "#2f6b2f", light: "#e5f2e3" };
export const SUBSIDY: Accent = { strong: "#5a3a86", light: "#eee7f7" };
export const PORTAL: Accent = { strong: "#00649a", light: "#e2f1f9" };
export const FORM: Accent = { strong: "#33475b", light: "#e9eef3" };
