/*
 * The pins, for a reader without any: what would drive contacts goes over the bench port (docs/bench-port.md), and what
 * the card says comes from there. A board has its own file in this place: a UART for the card's line, the supply, the switch.
 *
 *     0-1 length, most significant first, of what follows | 2 type | 3 slot | 4... payload
 */
#include "reader.h"

#define HEAD 4u
#define MIN_LENGTH 2u
#define MAX_LENGTH 4098u

/* From the firmware. */
enum { POWER_ON = 0x01, POWER_OFF = 0x02, CHARACTERS = 0x03, DESCRIPTOR = 0x41, DATA_RATES = 0x42, MEMORY = 0x43 };
/* To the firmware. */
enum { INSERTED = 0x81, REMOVED = 0x82, CARD_SAYS = 0x83, GET_DESCRIPTOR = 0xc1, GET_DATA_RATES = 0xc2, GET_MEMORY = 0xc3 };

static void tell(struct reader *r, uint8_t type, const uint8_t *payload, size_t length)
{
  const size_t announced = MIN_LENGTH + length;
  const uint8_t head[HEAD] = {(uint8_t)(announced >> 8), (uint8_t)announced, type, 0};
  platform_write(&r->bench, head, sizeof head);
  platform_write(&r->bench, payload, length);
}

void pins_power(struct reader *r, uint8_t voltage)
{
  if (voltage == 0) tell(r, POWER_OFF, NULL, 0);
  else tell(r, POWER_ON, &voltage, 1);
}

void pins_say(struct reader *r, const uint8_t *characters, size_t length)
{
  tell(r, CHARACTERS, characters, length);
}

static void tell_data_rates(struct reader *r)
{
  uint8_t rates[32];
  size_t length = 0;
  for (size_t row = 0; row < data_rate_count && length < sizeof rates; row++, length += 4)
    put_le32(rates + length, data_rates[row]);
  tell(r, DATA_RATES, rates, length);
}

/* A message is whole. Only slot 0 has contacts; what else the bench tells is for hardware we do not have. */
static void carry_out(struct reader *r, uint8_t type, uint8_t slot)
{
  switch (type) {
    case INSERTED:
      if (slot == 0) contact_moved(r, true);
      break;
    case REMOVED:
      if (slot == 0) contact_moved(r, false);
      break;
    case GET_DESCRIPTOR:
      tell(r, DESCRIPTOR, descriptor, sizeof descriptor);
      break;
    case GET_DATA_RATES:
      tell_data_rates(r);
      break;
    case GET_MEMORY: /* of PIN entry: no keys, no digits */
      tell(r, MEMORY, NULL, 0);
      break;
    default:
      break;
  }
}

/* One byte of the bench. Behind a length no message has nothing can be trusted: the port is over. */
void bench_take(struct reader *r, uint8_t byte)
{
  uint8_t *head = r->bench_head;
  if (r->bench_taken < HEAD) head[r->bench_taken] = byte;
  else if (head[2] == CARD_SAYS && head[3] == 0) contact_hear(r, byte);
  r->bench_taken++;
  if (r->bench_taken < 2) return;
  const size_t announced = ((size_t)head[0] << 8) | head[1];
  if (announced < MIN_LENGTH || announced > MAX_LENGTH) {
    platform_close(&r->bench);
  } else if (r->bench_taken == announced + 2u) {
    r->bench_taken = 0;
    carry_out(r, head[2], head[3]);
  }
}
