/** PIN entry at the reader by PC_to_RDR_Secure (USB CCID 1.1 §6.1.11, §6.1.12; firmware-validation.md §1.5). */

/** bPINOperation; modification is not offered: no counter reader changes a PIN. */
export const PIN_OPERATION = { verify: 0x00 } as const;
/** Bytes of the PIN verification data structure before the command. */
export const VERIFY_BYTES = 15;
/** bEntryValidationCondition: what ends the entry. */
export const VALIDATION = { maxLength: 0x01, key: 0x02, timeOut: 0x04 } as const;
/** wLangId of Japanese. */
export const JAPANESE = 0x0411;
/** Where bTimeOut is 0, "the reader's own" (firmware-validation.md §11, our choice). */
export const DEFAULT_TIMEOUT_S = 30;
