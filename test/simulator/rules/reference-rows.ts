/**
 * Every row of the decision tables of eligibility-rules.md, as the reference numbers them; one without a row of ours fails
 * the test. Tables without numbers are listed by what their rows say.
 */
export const referenceRows: readonly string[] = ["3.1/not-begun", "3.1/lost", "3.1/certificate-ended", "3.1/covered"];
