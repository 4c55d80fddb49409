/* What the reader says of itself. It must be true: hosts believe it (notes 9 X14, X15). ics.json says the same. */
#include "reader.h"

#define U16(value) (value) & 0xff, (value) >> 8 & 0xff
#define U32(value) U16((value) & 0xffff), U16((value) >> 16)

#define EXTENDED_APDU 0x00040000u
/* Parameters from the ATR, power on insertion, voltage, clock, rate, PPS: the reader sees to them. */
#define AUTOMATIC (0x02u | 0x04u | 0x08u | 0x10u | 0x20u | 0x80u)
/* 4 MHz by 372, and by 186. */
#define START_BPS 10752u
#define FASTEST_BPS 21505u

const uint32_t data_rates[] = {START_BPS, FASTEST_BPS};
const size_t data_rate_count = sizeof data_rates / sizeof data_rates[0];

/* The functional descriptor (USB CCID 1.1 5.1), as everything in CCID with the least significant byte first. */
const uint8_t descriptor[DESCRIPTOR_LENGTH] = {
    DESCRIPTOR_LENGTH, 0x21,                 /* bLength, bDescriptorType */
    U16(0x0110), 0, 0x07,                    /* bcdCCID, bMaxSlotIndex, bVoltageSupport: 5 V, 3 V, 1.8 V */
    U32(0x02),                               /* dwProtocols: T=1 */
    U32(CLOCK_KHZ), U32(CLOCK_KHZ), 1,       /* dwDefaultClock, dwMaximumClock, bNumClockSupported */
    U32(START_BPS), U32(FASTEST_BPS),        /* dwDataRate, dwMaxDataRate */
    sizeof data_rates / sizeof data_rates[0], /* bNumDataRatesSupported */
    U32(MAX_INF), U32(0), U32(0),            /* dwMaxIFSD, dwSynchProtocols, dwMechanical */
    U32(EXTENDED_APDU | AUTOMATIC),          /* dwFeatures */
    U32(MAX_MESSAGE), 0xff, 0xff,            /* dwMaxCCIDMessageLength; bClassGetResponse, bClassEnvelope: the command's */
    U16(0), 0, 1,                            /* wLcdLayout, bPINSupport: neither; bMaxCCIDBusySlots */
};

void put_le32(uint8_t *at, uint32_t value)
{
  for (size_t byte = 0; byte < 4; byte++) at[byte] = (uint8_t)(value >> (8u * byte));
}

uint32_t get_le32(const uint8_t *at)
{
  return at[0] | ((uint32_t)at[1] << 8) | ((uint32_t)at[2] << 16) | ((uint32_t)at[3] << 24);
}
