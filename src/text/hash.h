/* hash.h - the one hash of words, used by the engine, the trainer and the
 * program that packs the language data, so that all three agree. */
#ifndef BP_HASH_H
#define BP_HASH_H

#include <stddef.h>
#include <stdint.h>

/* Finalizer of MurmurHash3 (Appleby 2011, public domain): every bit of the
 * input reaches every bit of the output. */
static inline uint32_t bp_mix(uint32_t hash)
{
    hash ^= hash >> 16;
    hash *= 0x85EBCA6Bu;
    hash ^= hash >> 13;
    hash *= 0xC2B2AE35u;
    hash ^= hash >> 16;
    return hash;
}

/* FNV-1a (Fowler, Noll, Vo), mixed at the end. */
#define BP_HASH_START 2166136261u
static inline uint32_t bp_hash_step(uint32_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * 16777619u;
}

static inline uint32_t bp_hash_bytes(const char *bytes, size_t length)
{
    uint32_t hash = BP_HASH_START;
    for (size_t i = 0; i < length; i++) hash = bp_hash_step(hash, bytes[i]);
    return bp_mix(hash);
}

/* Two hashes made one; the order matters. */
static inline uint32_t bp_hash_pair(uint32_t first, uint32_t second)
{
    return bp_mix(first * 0x9E3779B1u + second);
}

#endif
