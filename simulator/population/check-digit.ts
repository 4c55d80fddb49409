import { ensure } from "../kernel/errors.ts";

/**
 * Check digit of insurer, payer, recipient and facility numbers and of the insured number of the late-elderly scheme:
 * digits weighted 2, 1, 2, 1 … from the right, digit sums added, filled up to ten (eligibility-rules.md §12.1).
 * `body` is the number without its last digit; leading zeros change nothing.
 */
export function checkDigit(body: string): string {
  ensure(/^\d+$/.test(body), "the body of a number is digits");
  let sum = 0;
  for (let place = 0; place < body.length; place++) {
    const product = (body.charCodeAt(body.length - 1 - place) - 48) * (place % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return String((10 - (sum % 10)) % 10);
}

/** True for digits that end in their check digit. Blanks are not digits: trim a six-digit insurer number first. */
export function hasValidCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.slice(-1);
}

/** Check digit of the personal number 個人番号 from its first eleven digits (eligibility-rules.md §12.2). */
export function personalNumberCheckDigit(elevenDigits: string): string {
  ensure(/^\d{11}$/.test(elevenDigits), "a personal number has eleven digits before its check digit");
  let sum = 0;
  for (let place = 1; place <= 11; place++) {
    sum += (elevenDigits.charCodeAt(11 - place) - 48) * (place <= 6 ? place + 1 : place - 5);
  }
  const rest = sum % 11;
  return String(rest <= 1 ? 0 : 11 - rest);
}

/** True for twelve digits that can be a personal number; finds leaks, proves nothing about a person. */
export function isPersonalNumber(digits: string): boolean {
  return /^\d{12}$/.test(digits) && personalNumberCheckDigit(digits.slice(0, 11)) === digits.slice(-1);
}

/** The worked examples of eligibility-rules.md §12.2 and the fictitious numbers of §12.3, whole numbers with their digit. */
export const checkDigitVectors: readonly {
  readonly title: string;
  readonly digits: string;
  readonly valid: boolean;
}[] = [
  { title: "official example of an insurer", digits: "06130488", valid: true },
  { title: "the same with another digit", digits: "06130489", valid: false },
  { title: "national insurance, six digits", digits: "990010", valid: true },
  { title: "the same with leading zeros", digits: "00990010", valid: true },
  { title: "payer 88", digits: "88138243", valid: true },
  { title: "payer 54", digits: "54016027", valid: true },
  { title: "recipient", digits: "0000018", valid: true },
  { title: "facility, digit over all nine", digits: "0110113719", valid: true },
  { title: "facility, its seven-digit tail alone", digits: "0113719", valid: false },
  { title: "late-elderly insured number", digits: "99000010", valid: true },
  { title: "unknown claim 77777777", digits: "77777777", valid: false },
  { title: "unknown claim 77777779", digits: "77777779", valid: true },
  ...["01990019", "06990014", "39990015", "12990016", "54996012", "21996012", "15990013", "16990012"].map(fictitious),
  ...["52996014", "10996015", "38996013", "81990012", "88990015", "89990014", "0001230", "9000019"].map(fictitious),
  ...["9910000018", "9930000014", "9940000012", "9960000017"].map(fictitious),
  { title: "blanks in front", digits: "  990010", valid: false },
  { title: "nothing", digits: "", valid: false },
];

/** Personal numbers of eligibility-rules.md §12.2 and my-number-card.md §1.5. */
export const personalNumberVectors: readonly {
  readonly title: string;
  readonly digits: string;
  readonly valid: boolean;
}[] = [
  { title: "published example", digits: "983205673214", valid: true },
  { title: "synthetic example of the card reference", digits: "123456789018", valid: true },
  { title: "two digits swapped", digits: "983205673241", valid: false },
  { title: "eleven digits", digits: "98320567321", valid: false },
];

function fictitious(digits: string): { readonly title: string; readonly digits: string; readonly valid: true } {
  return { title: "fictitious number of §12.3", digits, valid: true };
}
