/* bytes.h - several bytes as one number, the first the lowest, on every machine;
 * compilers make one load of it where the machine's order is that. */
#ifndef BP_BYTES_H
#define BP_BYTES_H

#include <stdint.h>

static inline uint32_t bp_four_bytes(const uint8_t *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static inline uint64_t bp_eight_bytes(const uint8_t *at)
{
    return (uint64_t)bp_four_bytes(at) | (uint64_t)bp_four_bytes(at + 4) << 32;
}

#endif
